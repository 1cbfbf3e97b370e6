#include "png_device.h"

#include "parallel_deflate.h"

#include <gvplugin_device.h>
#include <png.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Cairo lets libpng try every filter on every row and compress hard, which takes most of the time of
// a drawing. For flat colours no filter and little compression give fewer bytes, and two threads
// compress sooner.

static char *bytes;
static size_t byte_count;
static size_t capacity;
static bool is_whole;

static void forget(void) {
  free(bytes);
  bytes = NULL;
  byte_count = capacity = 0;
  is_whole = false;
}

static void append(png_structp png, png_bytep data, png_size_t length) {
  if (byte_count + length > capacity) {
    size_t wanted = 2 * (byte_count + length);
    char *larger = realloc(bytes, wanted);
    if (!larger) png_error(png, "out of memory");
    bytes = larger;
    capacity = wanted;
  }
  memcpy(bytes + byte_count, data, length);
  byte_count += length;
}

static void flush_nothing(png_structp png) { (void)png; }

typedef struct {
  const uint32_t *pixels;
  size_t width, height;
  bool has_alpha;
} image;

static uint32_t alpha_of(uint32_t pixel) { return pixel >> 24; }

static bool is_opaque(const uint32_t *pixels, size_t count) {
  uint32_t all = UINT32_MAX;
  for (size_t index = 0; index < count; index++) all &= pixels[index];
  return alpha_of(all) == 255;
}

// A page that is no whole number of pixels covers its last row and column in part. These have the
// colours of the page nevertheless, so that a page without transparency needs no alpha.
static bool needs_alpha(const uint32_t *pixels, size_t width, size_t height) {
  for (size_t y = 0; y + 1 < height; y++)
    if (!is_opaque(pixels + y * width, width - 1)) return true;
  for (size_t y = 0; y < height; y++)
    if (alpha_of(pixels[y * width + width - 1]) == 0) return true;
  for (size_t x = 0; x < width; x++)
    if (alpha_of(pixels[(height - 1) * width + x]) == 0) return true;
  return false;
}

// Cairo multiplies colours by their alpha.
static png_byte plain(uint32_t pixel, int shift) {
  uint32_t alpha = alpha_of(pixel), value = pixel >> shift & 255;
  if (alpha == 255) return (png_byte)value;
  return alpha == 0 ? 0 : (png_byte)((value * 255 + alpha / 2) / alpha);
}

static void convert_solid(const uint32_t *pixels, size_t width, png_byte *row) {
  for (size_t x = 0; x < width; x++, row += 3) {
    row[0] = (png_byte)(pixels[x] >> 16);
    row[1] = (png_byte)(pixels[x] >> 8);
    row[2] = (png_byte)pixels[x];
  }
}

// Writes a row of a PNG: the number of its filter, none, and its pixels.
static void write_row(const void *source, size_t y, png_byte *row) {
  const image *image = source;
  *row++ = PNG_FILTER_VALUE_NONE;
  const uint32_t *pixels = image->pixels + y * image->width;
  size_t x = 0;
  // All but the last row and column are opaque then, see above.
  if (!image->has_alpha && y + 1 < image->height) {
    x = image->width - 1;
    convert_solid(pixels, x, row);
    row += 3 * x;
  }
  for (; x < image->width; x++) {
    for (int shift = 16; shift >= 0; shift -= 8) *row++ = plain(pixels[x], shift);
    if (image->has_alpha) *row++ = (png_byte)alpha_of(pixels[x]);
  }
}

static void write_image(
  png_structp png, png_infop info, GVJ_t *job, const image *image, png_bytep data, size_t length
) {
  png_set_write_fn(png, NULL, append, flush_nothing);
  png_set_IHDR(
    png, info, job->width, job->height, 8,
    image->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
    PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs(
    png, info, (png_uint_32)(job->dpi.x / 0.0254 + 0.5), (png_uint_32)(job->dpi.y / 0.0254 + 0.5),
    PNG_RESOLUTION_METER);
  png_write_info(png, info);
  static const size_t chunk_bytes = 1 << 30;
  while (length > 0) {
    size_t part = length < chunk_bytes ? length : chunk_bytes;
    png_write_chunk(png, (png_const_bytep)"IDAT", data, part);
    data += part;
    length -= part;
  }
  png_write_chunk(png, (png_const_bytep)"IEND", NULL, 0);
}

static void encode(GVJ_t *job, const image *image) {
  png_byte *data = NULL;
  size_t length;
  size_t row_bytes = 1 + image->width * (image->has_alpha ? 4 : 3);
  if (!deflate_rows(image, write_row, image->height, row_bytes, &data, &length)) return;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (info && !setjmp(png_jmpbuf(png))) {
    write_image(png, info, job, image, data, length);
    is_whole = true;
  }
  png_destroy_write_struct(&png, &info);
  free(data);
}

static void format(GVJ_t *job) {
  forget();
  if (!job->imagedata || job->width == 0 || job->height == 0) return;
  const uint32_t *pixels = (const uint32_t *)job->imagedata;
  image image = {pixels, job->width, job->height, needs_alpha(pixels, job->width, job->height)};
  encode(job, &image);
}

static gvdevice_engine_t engine = {NULL, format, NULL};

static gvdevice_features_t features = {
  .flags = GVDEVICE_BINARY_FORMAT | GVDEVICE_DOES_TRUECOLOR,
  .default_dpi = {96, 96},
};

static gvplugin_installed_t devices[] = {{0, "png:cairo", 0, &engine, &features}, {0}};
static gvplugin_api_t interfaces[] = {{API_device, devices}, {0}};
static gvplugin_library_t library = {"backchannel", interfaces};

void png_device_add(GVC_t *context) { gvAddLibrary(context, &library); }

bool png_device_take(char **result, size_t *count) {
  if (!is_whole) return false;
  *result = bytes;
  *count = byte_count;
  bytes = NULL;
  forget();
  return true;
}

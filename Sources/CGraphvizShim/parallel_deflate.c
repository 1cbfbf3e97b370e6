#include "parallel_deflate.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

typedef struct {
  const void *source;
  row_writer *writer;
  size_t first_row, end_row, row_bytes;
  // Deflate data without header and trailer, `count` bytes in room for `capacity`.
  unsigned char *bytes;
  size_t count, capacity;
  uLong checksum;
  bool is_last, is_whole;
} part;

// Level 1 is the least that compresses at all.
enum { level = 1, window_bits = 15, memory_level = 8 };

static bool grow(part *part) {
  size_t capacity = 2 * part->capacity;
  unsigned char *larger = realloc(part->bytes, capacity);
  if (!larger) return false;
  part->bytes = larger;
  part->capacity = capacity;
  return true;
}

static bool compress_row(part *part, z_stream *stream, unsigned char *row, int flush) {
  stream->next_in = row;
  stream->avail_in = (uInt)part->row_bytes;
  do {
    if (part->capacity - part->count < part->row_bytes && !grow(part)) return false;
    size_t room = part->capacity - part->count;
    if (room > UINT32_MAX) room = UINT32_MAX;
    stream->next_out = part->bytes + part->count;
    stream->avail_out = (uInt)room;
    if (deflate(stream, flush) == Z_STREAM_ERROR) return false;
    part->count += room - stream->avail_out;
  } while (stream->avail_out == 0);
  return true;
}

static void compress_rows(part *part, z_stream *stream, unsigned char *row) {
  part->checksum = adler32(0, NULL, 0);
  for (size_t y = part->first_row; y < part->end_row; y++) {
    part->writer(part->source, y, row);
    part->checksum = adler32(part->checksum, row, (uInt)part->row_bytes);
    bool is_end = y + 1 == part->end_row;
    int flush = !is_end ? Z_NO_FLUSH : part->is_last ? Z_FINISH : Z_SYNC_FLUSH;
    if (!compress_row(part, stream, row, flush)) return;
  }
  part->is_whole = true;
}

static void *compress_part(void *argument) {
  part *part = argument;
  z_stream stream = {0};
  if (deflateInit2(
        &stream, level, Z_DEFLATED, -window_bits, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
    return NULL;
  part->capacity = 1 << 16;
  if (part->capacity < part->row_bytes) part->capacity = part->row_bytes;
  part->bytes = malloc(part->capacity);
  unsigned char *row = malloc(part->row_bytes);
  if (part->bytes && row) compress_rows(part, &stream, row);
  free(row);
  deflateEnd(&stream);
  return NULL;
}

// Puts the parts between the header and the checksum of a zlib stream.
static bool join(const part *first, const part *last, unsigned char **bytes, size_t *count) {
  static const unsigned char header[] = {0x78, 0x01};
  size_t last_bytes = (last->end_row - last->first_row) * last->row_bytes;
  uLong checksum = adler32_combine(first->checksum, last->checksum, (z_off_t)last_bytes);
  *count = sizeof header + first->count + last->count + 4;
  unsigned char *end = *bytes = malloc(*count);
  if (!end) return false;
  memcpy(end, header, sizeof header);
  end += sizeof header;
  memcpy(end, first->bytes, first->count);
  end += first->count;
  memcpy(end, last->bytes, last->count);
  end += last->count;
  for (int shift = 24; shift >= 0; shift -= 8) *end++ = (unsigned char)(checksum >> shift);
  return true;
}

bool deflate_rows(
  const void *source, row_writer *writer, size_t row_count, size_t row_bytes,
  unsigned char **bytes, size_t *count
) {
  if (row_count == 0 || row_bytes == 0 || row_bytes > UINT32_MAX) return false;
  part last = {source, writer, row_count / 2, row_count, row_bytes, .is_last = true};
  part first = {source, writer, 0, row_count / 2, row_bytes};
  pthread_t thread;
  bool is_aside = pthread_create(&thread, NULL, compress_part, &first) == 0;
  compress_part(&last);
  if (is_aside) pthread_join(thread, NULL);
  else compress_part(&first);
  bool is_done = first.is_whole && last.is_whole && join(&first, &last, bytes, count);
  free(first.bytes);
  free(last.bytes);
  return is_done;
}

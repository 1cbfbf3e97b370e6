#define _GNU_SOURCE  // for RTLD_DEFAULT

#include "graphviz_shim.h"

#include "font_name.h"
#include "png_device.h"

#include <dlfcn.h>
#include <gvc.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static char errors[8192];
static size_t errors_length;
static bool errors_are_printed;

// The library hands one message over in several pieces: level, separator, text.
static int collect_error(char *piece) {
  if (errors_are_printed) fputs(piece, stderr);
  size_t room = sizeof errors - 1 - errors_length;
  size_t length = strlen(piece);
  if (length > room) length = room;
  memcpy(errors + errors_length, piece, length);
  errors_length += length;
  errors[errors_length] = '\0';
  return 0;
}

static void begin_errors(void) {
  errors_length = 0;
  errors[0] = '\0';
  agreseterrors();
  agseterr(AGERR);
  agseterrf(collect_error);
}

// While this variable is set the library believes it serves the web and opens no file named by
// an attribute. The environment variable of the same purpose is read by the dot command only. It
// is in no header, and a build may hide it, hence the look-up at run time.
static void forbid_files(void) {
  static char reason[] = "backchannel";
  char **server = dlsym(RTLD_DEFAULT, "HTTPServerEnVar");
  if (server) *server = reason;
}

// Up to version 9 the lexer is global and keeps what stood after a graph, or an open quote or
// comment, for the next text. Its generated clean-up function puts it back to the start; later
// versions have neither the function nor the need.
static void reset_lexer(void) {
  int (*clean_up)(void) = (int (*)(void))dlsym(RTLD_DEFAULT, "aaglex_destroy");
  if (clean_up) clean_up();
}

void graphviz_load_fonts(void) { font_name_load(); }

graphviz_context *graphviz_open(bool prints_errors) {
  errors_are_printed = prints_errors;
  begin_errors();
  forbid_files();
  GVC_t *context = gvContext();
  if (context) png_device_add(context);
  return (graphviz_context *)context;
}

const char *graphviz_version(graphviz_context *context) {
  return gvcVersion((GVC_t *)context);
}

// The length was `unsigned int` up to Graphviz 12 and is `size_t` since. A null pointer to void
// converts to either, and the declaration in the installed header says which member was filled.
typedef int render_with_unsigned_length(
  GVC_t *, graph_t *, const char *, char **, unsigned int *);

static int render(
  GVC_t *context, graph_t *graph, const char *format, char **bytes, size_t *count
) {
  union { unsigned int narrow; size_t wide; } length = {0};
  bool is_png = strcmp(format, "png") == 0;
  int failed = gvRenderData(
    context, graph, is_png ? PNG_DEVICE_FORMAT : format, bytes, (void *)&length);
  *count = _Generic(
    &gvRenderData, render_with_unsigned_length *: length.narrow, default: length.wide);
  if (!is_png) return failed;
  gvFreeRenderData(*bytes);
  *bytes = NULL;
  return !png_device_take(bytes, count);
}

static graphviz_outcome draw(
  graphviz_context *context, const char *dot, const char *engine, const char *format,
  char **bytes, size_t *count
) {
  begin_errors();
  *bytes = NULL;
  *count = 0;
  graph_t *graph = agmemread(dot);
  reset_lexer();
  if (!graph) return graphviz_no_graph;
  bool is_svg = strcmp(format, "svg") == 0, is_png = strcmp(format, "png") == 0;
  bool is_named_anew = (is_svg || is_png) && font_name_put(graph, dot);
  graphviz_outcome outcome = graphviz_layout_failed;
  if (gvLayout((GVC_t *)context, graph, engine) == 0) {
    int failed = render((GVC_t *)context, graph, format, bytes, count);
    if (!failed && is_svg && is_named_anew) failed = !font_name_restore(bytes, count);
    outcome = failed || !*bytes ? graphviz_render_failed : graphviz_done;
    gvFreeLayout((GVC_t *)context, graph);
  }
  agclose(graph);
  return outcome;
}

// What is being prepared, if anything is.
static struct {
  graphviz_context *context;
  char *dot, *format;
} preparation;
static pthread_t preparer;
static bool is_preparing;

static void *prepare(void *unused) {
  (void)unused;
  graph_t *graph = agmemread(preparation.dot);
  reset_lexer();
  if (graph) {
    font_name_find(graph);
    agclose(graph);
  }
  char *bytes;
  size_t count;
  draw(preparation.context, preparation.dot, "dot", preparation.format, &bytes, &count);
  graphviz_free(bytes);
  return NULL;
}

void graphviz_prepare(graphviz_context *context, const char *dot, const char *format) {
  preparation.context = context;
  preparation.dot = strdup(dot);
  preparation.format = strdup(format);
  is_preparing = preparation.dot && preparation.format
    && pthread_create(&preparer, NULL, prepare, NULL) == 0;
}

static void wait_for_preparation(void) {
  if (is_preparing) pthread_join(preparer, NULL);
  is_preparing = false;
}

graphviz_outcome graphviz_render(
  graphviz_context *context, const char *dot, const char *engine, const char *format,
  char **bytes, size_t *count
) {
  wait_for_preparation();
  return draw(context, dot, engine, format, bytes, count);
}

void graphviz_close(graphviz_context *context) {
  wait_for_preparation();
  gvFreeContext((GVC_t *)context);
}

void graphviz_free(char *bytes) { gvFreeRenderData(bytes); }

const char *graphviz_errors(void) { return errors; }

#pragma once

#include <stdbool.h>
#include <stddef.h>

// The part of Graphviz this package uses, without the macros, mutable globals and `char *`
// parameters of its headers.
//
// Nothing here is safe to call from two threads at once, not even with two contexts: the library
// keeps its state in globals. One lock has to cover every call.

typedef struct graphviz_context graphviz_context;

typedef enum {
  graphviz_done,
  graphviz_no_graph,
  graphviz_layout_failed,
  graphviz_render_failed,
} graphviz_outcome;

/// Starts to read which fonts there are, which takes some milliseconds, on a thread of its own. To be
/// called once, by who then calls `graphviz_prepare`.
void graphviz_load_fonts(void);

/// Opens a context and forbids the library to load any image or shape file. From then on errors
/// are also printed on standard error if so asked: after some of them the library ends the process.
/// Returns NULL when out of memory.
graphviz_context *graphviz_open(bool prints_errors);

void graphviz_close(graphviz_context *context);

/// The version the loaded library gives itself, owned by the context.
const char *graphviz_version(graphviz_context *context);

/// Lays out the first graph of a DOT text and renders it.
///
/// On `graphviz_done` the caller frees `*bytes` with `graphviz_free`. Errors that the library
/// only prints, as for a broken HTML-like label, do not change the outcome: read them with
/// `graphviz_errors`.
graphviz_outcome graphviz_render(
  graphviz_context *context, const char *dot, const char *engine, const char *format,
  char **bytes, size_t *count);

/// Begins to lay out and render a DOT text for nothing, so that plugins and fonts are there for the next
/// one, which waits for it. By `dot`, since `fdp` draws otherwise after a layout of its own. To be called
/// once.
///
/// On a thread of its own, since that has memory of its own: among the addresses of this one's, by
/// which the library orders clusters, it would leave gaps, and the next drawing would change.
void graphviz_prepare(graphviz_context *context, const char *dot, const char *format);

void graphviz_free(char *bytes);

/// The error texts of the last `graphviz_render`, empty if there were none; cut at 8 KB.
const char *graphviz_errors(void);

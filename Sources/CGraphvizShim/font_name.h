#pragma once

#include <cgraph.h>
#include <stdbool.h>
#include <stddef.h>

// Pango asks fontconfig for every size and cut of a font twice: by the families that the drawing names,
// and for its metrics by the family found. A drawing that names the family found to begin with has
// the same letters and asks half as often.

/// Starts to read which fonts there are, on a thread of its own.
void font_name_load(void);

/// Finds the family that stands for the families of the nodes of a graph; finds none unless fonts
/// have been loaded.
void font_name_find(Agraph_t *graph);

/// Puts that family in place of the families and returns whether it has. It has not unless one was
/// found, the graph names no other families, and no text in it names the family itself.
bool font_name_put(Agraph_t *graph, const char *dot);

/// Puts the families back into an SVG document, which moves.
bool font_name_restore(char **svg, size_t *count);

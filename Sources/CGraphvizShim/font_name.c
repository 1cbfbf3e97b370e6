#define _GNU_SOURCE  // for memmem and strcasestr

#include "font_name.h"

#include <ctype.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// The families of drawings, and the one in their place. A comma after its name keeps the last word of
// the name from being read as a cut, and the name from being read as an alias.
static char families[256], family[64];

static bool is_plain(const char *name, char separator) {
  for (; *name; name++)
    if (!isalnum((unsigned char)*name) && *name != ' ' && *name != '-' && *name != separator)
      return false;
  return true;
}

static bool copy(char *target, size_t room, const char *text, const char *end) {
  if (strlen(text) + strlen(end) >= room) return false;
  strcat(strcpy(target, text), end);
  return true;
}

// The functions of fontconfig that are used, by their types in its manual. The text plugin of Graphviz
// brings the library along, but not its header.
static struct {
  void *library;
  int (*init)(void);
  void *(*parse)(const unsigned char *);
  int (*add)(void *, const char *, int);
  int (*substitute)(void *, void *, int);
  void (*complete)(void *);
  void *(*match)(void *, void *, int *);
  int (*get)(void *, const char *, int, unsigned char **);
  void (*destroy)(void *);
} fonts;

static bool find_functions(void) {
  static const char *const names[] = {"libfontconfig.so.1", "libfontconfig.1.dylib"};
  for (size_t index = 0; index < sizeof names / sizeof *names && !fonts.library; index++)
    fonts.library = dlopen(names[index], RTLD_LAZY);
  if (!fonts.library) return false;
  fonts.init = (int (*)(void))dlsym(fonts.library, "FcInit");
  fonts.parse = (void *(*)(const unsigned char *))dlsym(fonts.library, "FcNameParse");
  fonts.add = (int (*)(void *, const char *, int))dlsym(fonts.library, "FcPatternAddInteger");
  fonts.substitute = (int (*)(void *, void *, int))dlsym(fonts.library, "FcConfigSubstitute");
  fonts.complete = (void (*)(void *))dlsym(fonts.library, "FcDefaultSubstitute");
  fonts.match = (void *(*)(void *, void *, int *))dlsym(fonts.library, "FcFontMatch");
  fonts.get = (int (*)(void *, const char *, int, unsigned char **))dlsym(
    fonts.library, "FcPatternGetString");
  fonts.destroy = (void (*)(void *))dlsym(fonts.library, "FcPatternDestroy");
  return fonts.init && fonts.parse && fonts.add && fonts.substitute && fonts.complete && fonts.match
    && fonts.get && fonts.destroy;
}

static pthread_t loader;
static bool is_loading, is_loaded;

static void *load(void *unused) {
  (void)unused;
  is_loaded = fonts.init();
  return NULL;
}

// The library is opened here, and not aside, since that takes memory of this thread, on whose
// addresses the order of clusters depends: they must not depend on which thread is sooner.
void font_name_load(void) {
  is_loading = find_functions() && pthread_create(&loader, NULL, load, NULL) == 0;
}

static bool wait_for_fonts(void) {
  if (is_loading) pthread_join(loader, NULL);
  is_loading = false;
  return is_loaded;
}

// Finds the family of the font that fontconfig gives for the families in a cut.
static bool find_cut(const char *trait, int value, char *found, size_t room) {
  void *pattern = fonts.parse((const unsigned char *)families);
  if (!pattern) return false;
  fonts.add(pattern, trait, value);
  fonts.substitute(NULL, pattern, 0);
  fonts.complete(pattern);
  int result;
  void *font = fonts.match(NULL, pattern, &result);
  unsigned char *name;
  bool is_found = font && fonts.get(font, "family", 0, &name) == 0
    && is_plain((const char *)name, ' ') && copy(found, room, (const char *)name, ",");
  if (font) fonts.destroy(font);
  fonts.destroy(pattern);
  return is_found;
}

void font_name_find(Agraph_t *graph) {
  enum { regular = 80, bold = 200, italic = 100 };
  family[0] = '\0';
  Agsym_t *symbol = agattr(graph, AGNODE, "fontname", NULL);
  if (!symbol || !is_plain(symbol->defval, ',')) return;
  if (!copy(families, sizeof families, symbol->defval, "") || !wait_for_fonts()) return;
  char found[3][sizeof family];
  if (find_cut("weight", regular, found[0], sizeof family)
      && find_cut("weight", bold, found[1], sizeof family)
      && find_cut("slant", italic, found[2], sizeof family)
      && strcmp(found[0], found[1]) == 0 && strcmp(found[0], found[2]) == 0)
    strcpy(family, found[0]);
}

// Calls `visit` for the graph, its subgraphs, nodes and edges until it returns false.
typedef bool visitor(void *object, Agsym_t *symbol);

static bool visit_graphs(Agraph_t *graph, Agsym_t *symbol, visitor *visit) {
  if (!visit(graph, symbol)) return false;
  for (Agraph_t *part = agfstsubg(graph); part; part = agnxtsubg(part))
    if (!visit_graphs(part, symbol, visit)) return false;
  return true;
}

static bool visit_nodes(Agraph_t *graph, Agsym_t *symbol, visitor *visit) {
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
    if (!visit(node, symbol)) return false;
  return true;
}

static bool visit_edges(Agraph_t *graph, Agsym_t *symbol, visitor *visit) {
  for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node))
    for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge))
      if (!visit(edge, symbol)) return false;
  return true;
}

static bool visit_all(Agraph_t *graph, visitor *visit) {
  Agsym_t *graphs = agattr(graph, AGRAPH, "fontname", NULL);
  Agsym_t *nodes = agattr(graph, AGNODE, "fontname", NULL);
  Agsym_t *edges = agattr(graph, AGEDGE, "fontname", NULL);
  return (!graphs || visit_graphs(graph, graphs, visit))
    && (!nodes || visit_nodes(graph, nodes, visit))
    && (!edges || visit_edges(graph, edges, visit));
}

static bool has_families(void *object, Agsym_t *symbol) {
  return strcmp(agxget(object, symbol), families) == 0;
}

static bool put_family(void *object, Agsym_t *symbol) {
  return agxset(object, symbol, family) == 0;
}

bool font_name_put(Agraph_t *graph, const char *dot) {
  if (family[0] == '\0') return false;
  char name[sizeof family];
  strcpy(name, family);
  name[strlen(name) - 1] = '\0';
  return !strcasestr(dot, name) && visit_all(graph, has_families) && visit_all(graph, put_family);
}

static size_t occurrences(const char *text, const char *end, const char *mark) {
  size_t count = 0;
  while ((text = memmem(text, (size_t)(end - text), mark, strlen(mark)))) {
    text += strlen(mark);
    count++;
  }
  return count;
}

static char *append(char *end, const char *bytes, size_t count) {
  memcpy(end, bytes, count);
  return end + count;
}

bool font_name_restore(char **svg, size_t *count) {
  char mark[sizeof family + 16], wanted[sizeof families + 16];
  strcat(strcat(strcpy(mark, "font-family=\""), family), "\"");
  strcat(strcat(strcpy(wanted, "font-family=\""), families), "\"");
  const char *text = *svg, *end = text + *count;
  size_t shorter = strlen(mark), longer = strlen(wanted);
  size_t marks = occurrences(text, end, mark);
  char *whole = malloc(*count + marks * longer - marks * shorter + 1), *next = whole;
  if (!whole) return false;
  for (const char *found; (found = memmem(text, (size_t)(end - text), mark, shorter));) {
    next = append(next, text, (size_t)(found - text));
    next = append(next, wanted, longer);
    text = found + shorter;
  }
  next = append(next, text, (size_t)(end - text));
  *next = '\0';
  free(*svg);
  *svg = whole;
  *count = (size_t)(next - whole);
  return true;
}

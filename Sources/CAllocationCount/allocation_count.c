// Counts allocations by standing in for the functions of the C library, which the program finds
// here first; they hand on to glibc's own names for the same functions. Growing a block counts, too.
#include "allocation_count.h"

#include <stddef.h>
#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

#if defined(__GLIBC__) && !defined(IS_SANITIZED)

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static __thread uint64_t count;

void *malloc(size_t size) {
  count++;
  return __libc_malloc(size);
}

void *calloc(size_t items, size_t size) {
  count++;
  return __libc_calloc(items, size);
}

void *realloc(void *block, size_t size) {
  count++;
  return __libc_realloc(block, size);
}

uint64_t allocation_count(void) { return count; }
int allocation_is_counted(void) { return 1; }

#else

uint64_t allocation_count(void) { return 0; }
int allocation_is_counted(void) { return 0; }

#endif

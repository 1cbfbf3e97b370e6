#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Writes one row; called on two threads, for each row once.
typedef void row_writer(const void *source, size_t row, unsigned char *bytes);

/// Compresses rows of equal length as one zlib stream, the two halves of them side by side; the bytes
/// do not depend on how many processors there are.
///
/// The caller frees `*bytes`. Returns false when out of memory.
bool deflate_rows(
  const void *source, row_writer *writer, size_t row_count, size_t row_bytes,
  unsigned char **bytes, size_t *count);

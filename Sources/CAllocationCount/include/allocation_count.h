#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdint.h>

/// Returns how many blocks of memory this thread has asked for so far; 0 where it is not counted.
uint64_t allocation_count(void);

/// Returns whether allocations are counted: with glibc, and without sanitizers.
int allocation_is_counted(void);

#endif

#pragma once

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <malloc.h>

// Blocks of up to 64 MB come from the heap, and what is freed stays there for the next body:
// mapping each body afresh costs more in page faults than its decoding. Two arenas, because what
// one thread frees in its own arena is lost to all others.
static inline void ccodecs_keep_freed_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 64 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
  mallopt(M_TOP_PAD, 16 << 20);
  mallopt(M_ARENA_MAX, 2);
}

// Gives whole free pages of all arenas back to the system.
static inline void ccodecs_return_freed_memory(void) {
  malloc_trim(0);
}

import CCodecs

/// Lets the allocator keep what is freed for the next body; call it first of all in `main`.
package func keepFreedMemory() {
  ccodecs_keep_freed_memory()
}

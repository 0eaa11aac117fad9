import CCodecs

/// Lets the allocator keep what is freed for the next body; call it first of all in `main`.
package func keepFreedMemory() {
  ccodecs_keep_freed_memory()
}

/// Gives freed memory back to the system; for the border between two phases of a run.
package func returnFreedMemory() {
  ccodecs_return_freed_memory()
}

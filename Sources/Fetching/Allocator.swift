import CCodecs

/// Lets the allocator keep what is freed for the next body; call it first of all in `main`.
package func keepFreedMemory() {
  ccodecs_keep_freed_memory()
}

/// Gives freed memory back to the system; for the border between two phases of a run.
package func returnFreedMemory() {
  ccodecs_return_freed_memory()
}

/// Gives freed memory back after work on so many bytes, where they are more than all other documents
/// together need: threads keep what they free, each for itself.
package func returnFreedMemory(after bytes: Int) {
  if bytes > 1 << 20 { returnFreedMemory() }
}

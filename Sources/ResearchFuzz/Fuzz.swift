/// Called by libFuzzer with bytes of its making.
///
/// What is tried is told by the name that the program was started under, so that one program serves
/// for all targets: `.ci/fuzz` makes a link for each.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

import Glibc
import Testing

@testable import ResearchCore

struct ProgramPathTests {
  @Test func `finds the first program that may be run`() {
    let (first, second) = (TemporaryFolder(), TemporaryFolder())
    first.write("no program", to: "tool")
    mkdir(first.file("folder"), 0o755)
    defer { rmdir(first.file("folder")) }
    for name in ["tool", "folder"] { chmod(second.write("#!/bin/sh", to: name), 0o755) }
    let path = ProgramPath("\(first.path)::/nowhere:\(second.path)")
    #expect(path.program(named: "tool") == second.file("tool"))
    #expect(path.program(named: "folder") == second.file("folder"))
    #expect(path.program(named: "other") == nil)
  }

  @Test(arguments: ["", ".", ":", "bin", "./bin:", "../../../../../../bin"])
  func `runs nothing from where the user works`(path: String) {
    #expect(ProgramPath(path).program(named: "sh") == nil)
  }
}

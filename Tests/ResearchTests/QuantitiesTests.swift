import Testing

@testable import research

struct QuantitiesTests {
  @Test(
    arguments: [
      ("30", .seconds(30)), ("30s", .seconds(30)), ("500ms", .milliseconds(500)),
      ("2m", .seconds(120)), ("1h", .seconds(3600)), ("1.5s", .milliseconds(1500)), ("0", .zero),
    ] as [(String, Duration)]
  )
  func `reads durations`(_ text: String, _ duration: Duration) {
    #expect(TimeSpan(argument: text)?.duration == duration)
  }

  @Test(
    arguments: [
      (.zero, "0s"), (.milliseconds(250), "250ms"), (.seconds(30), "30s"),
    ] as [(Duration, String)]
  )
  func `writes durations`(_ duration: Duration, _ text: String) {
    #expect(TimeSpan(duration).defaultValueDescription == text)
  }

  @Test(arguments: ["", "s", "ms", "-1s", "1x", "nan", "inf", "1e99", "999999h", "1 s"])
  func `refuses what is no duration`(_ text: String) {
    #expect(TimeSpan(argument: text) == nil)
  }

  @Test(arguments: [
    ("4096", 4096), ("512k", 512 << 10), ("512K", 512 << 10), ("20M", 20 << 20), ("1G", 1 << 30),
  ])
  func `reads sizes`(_ text: String, _ bytes: Int) {
    #expect(ByteCount(argument: text)?.bytes == bytes)
  }

  @Test(arguments: ["", "k", "-1", "1.5M", "1T", "9223372036854775807G", "0x10"])
  func `refuses what is no size`(_ text: String) {
    #expect(ByteCount(argument: text) == nil)
  }
}

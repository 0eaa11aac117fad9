import ArgumentParser

/// Whether the log ends with a table of the hosts that were asked.
struct HostOptions: ParsableArguments {
  @Flag(help: "End the log with a row a host: requests, failures, retries, bytes, times.")
  var hostStats = false
}

extension Fault {
  /// Pages that send their reader on by themselves.
  static func refreshes(_ site: LocalSite) -> [Fault] {
    func refreshing(_ content: String) -> LocalAnswer {
      .text(
        "<!DOCTYPE html><html><head><meta http-equiv=refresh content=\"\(content)\"></head></html>"
      )
    }
    func leading(_ name: String, _ form: (String) -> String) -> Fault {
      let path = "/to/" + name.split(separator: " ").joined(separator: "-")
      site.answer(path, .page(name))
      return Fault(name, site, refreshing(form(path)), is: .page(name))
    }
    site.answer("/twice", refreshing("0; url=/thrice"))
    site.answer("/thrice", .page("a third page"))
    site.answer("/missing-step", .redirect("/missing"))
    return [
      leading("a refresh") { "0; url=\($0)" },
      leading("a refresh in quotes") { "0;URL='\($0)'" },
      leading("a refresh with a comma") { "0,\($0)" },
      leading("a refresh to a fragment") { "0; url=\($0)#part" },
      leading("a refresh of the whole") { "1; url=\(site.url($0))" },
      Fault("a refresh that comes twice", site, refreshing("0; url=/twice"), is: .fails("empty")),
      Fault("a refresh to itself", site, refreshing("0"), is: .fails("empty")),
      Fault(
        "a refresh in a loop",
        site,
        refreshing("0; url=/a-refresh-in-a-loop"),
        is: .fails("empty")
      ),
      Fault(
        "a refresh to a missing page",
        site,
        refreshing("0; url=/missing"),
        is: .fails("http", status: 404)
      ),
      Fault(
        "a refresh to a moved page",
        site,
        refreshing("0; url=/missing-step"),
        is: .fails("http", status: 404)
      ),
      Fault(
        "a refresh to a file",
        site,
        refreshing("0; url=file:///etc/passwd"),
        is: .fails(["unsupported_scheme", "empty"])
      ),
      Fault(
        "a refresh to a script",
        site,
        refreshing("0; url=javascript:alert(1)"),
        is: .fails(["unsupported_scheme", "empty"])
      ),
      Fault(
        "a refresh to a link-local address",
        site,
        refreshing("0; url=http://169.254.169.254/"),
        is: .fails("blocked_address")
      ),
      Fault(
        "a refresh to a refusing port",
        site,
        refreshing("0; url=http://127.0.0.8:1/"),
        is: .fails("connect")
      ),
      Fault(
        "a refresh after minutes",
        site,
        .text(
          FaultPage.html(
            "a refresh after minutes",
            head: "<meta http-equiv=\"refresh\" content=\"600\">"
          )
        ),
        is: .page("a refresh after minutes")
      ),
    ]
  }
}

extension AgentCall {
  /// The tools as a model is told of them.
  package static let tools = [
    ChatTool(
      name: "search",
      description: "Finds the passages of all sources that were fetched so far that say most about "
        + "the words of a query. Sees only what was fetched, not the web.",
      parameters: """
        {"type":"object","properties":{"query":{"type":"string","description":"words to look for"}},\
        "required":["query"]}
        """
    ),
    ChatTool(
      name: "read",
      description: "Gives the passages of a source one after another, and the links in them.",
      parameters: """
        {"type":"object","properties":{"source":{"type":"integer","description":"the number of the \
        source"},"from":{"type":"integer","description":"where to go on, as an earlier read told; \
        0 for the beginning"}},"required":["source"]}
        """
    ),
    ChatTool(
      name: "fetch",
      description: "Fetches one page more as a source. Only addresses that the question or the "
        + "list named, or that stand as links in a source.",
      parameters: """
        {"type":"object","properties":{"url":{"type":"string","description":"the address, as read \
        showed it"}},"required":["url"]}
        """
    ),
    ChatTool(
      name: "sources",
      description: "Lists the sources with their numbers, titles and addresses.",
      parameters: #"{"type":"object","properties":{}}"#
    ),
  ]
}

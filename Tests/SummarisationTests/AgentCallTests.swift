import Testing

@testable import Summarisation

struct AgentCallTests {
  @Test(
    arguments: [
      ("sources", "", .sources), ("sources", "{}", .sources),
      ("search", #"{"query":"bread","more":[1]}"#, .search(query: "bread")),
      ("read", #"{"source":3}"#, .read(source: 3, from: 0)),
      ("read", #"{"source":"3","from":"70"}"#, .read(source: 3, from: 70)),
      ("read", #"{"source":3,"from":-7}"#, .read(source: 3, from: 0)),
      ("fetch", #"{"url":"http://a.test/"}"#, .fetch(url: "http://a.test/")),
    ] as [(String, String, AgentCall)]
  )
  func `reads what a model asks for`(
    _ name: String,
    _ arguments: String,
    _ expected: AgentCall
  ) throws {
    #expect(
      try AgentCall(ChatToolCall(id: "1", name: name, arguments: arguments)) == expected
    )
  }

  @Test func `tells of each tool by a name that it knows, with a schema in JSON`() throws {
    for tool in AgentCall.tools {
      let call = ChatToolCall(
        id: "1",
        name: tool.name,
        arguments: #"{"query":"a","url":"b","source":1}"#
      )
      #expect(try AgentCall(call).name == tool.name)
      #expect(tool.parameters.hasPrefix(#"{"type":"object","properties":{"#))
    }
    #expect(Set(AgentCall.tools.map(\.name)) == ["sources", "search", "read", "fetch"])
  }
}

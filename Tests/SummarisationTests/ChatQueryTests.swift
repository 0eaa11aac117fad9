import FoundationEssentials
import Testing

@testable import Summarisation

struct ChatQueryTests {
  private func json(_ query: ChatQuery) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(query), as: UTF8.self)
  }

  private let query = ChatQuery(
    model: "m",
    messages: [ChatMessage(role: .user, content: "Hi")]
  )

  private let start = #"{"messages":[{"content":"Hi","role":"user"}],"model":"m","stream":"#

  @Test func `asks in the form that the endpoint takes`() throws {
    var query = query
    #expect(try json(query) == start + "false}")
    query.form = ChatForm()
    #expect(try json(query) == start + #"true,"stream_options":{"include_usage":true}}"#)
    query.form.asksForUsage = false
    #expect(try json(query) == start + "true}")
  }

  @Test func `sends the tools that may not be called, and says so where that is taken`() throws {
    var query = query
    query.tools = [ChatTool(name: "t", description: "d", parameters: "{}")]
    #expect(try !json(query).contains("tool_choice"))
    query.mayCall = false
    #expect(try json(query).contains(#""tool_choice":"none""#))
    query.form.choosesTools = false
    #expect(try !json(query).contains("tool_choice") && json(query).contains(#""tools":[{"#))
  }

  @Test func `bounds the answer under the name that the endpoint knows`() throws {
    var query = query
    query.maxTokens = 9
    #expect(try json(query) == #"{"max_tokens":9,"# + start.dropFirst() + "false}")
    query.form.countsThoughts = true
    #expect(try json(query) == #"{"max_completion_tokens":9,"# + start.dropFirst() + "false}")
  }

  @Test(arguments: [
    (
      #"{"type":"object","properties":{"n":{"type":"integer","maximum":1.5}},"a":[null,true,"/"]}"#,
      #"{"a":[null,true,"/"],"properties":{"n":{"maximum":1.5,"type":"integer"}},"type":"object"}"#
    ),
    ("no JSON", #"{"properties":{},"type":"object"}"#),
    ("", #"{"properties":{},"type":"object"}"#),
  ])
  func `tells of tools with their schemas as JSON`(schema: String, told: String) throws {
    var query = query
    query.tools = [ChatTool(name: "f", description: "Does \"it\".", parameters: schema)]
    let tool =
      #"{"function":{"description":"Does \"it\".","name":"f","parameters":\#(told)},"#
      + #""type":"function"}"#
    #expect(try json(query) == start + "false,\"tools\":[\(tool)]}")
  }
}

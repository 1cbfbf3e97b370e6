import CaseModel
public import Diagrams
public import GraphModel

/// Describes how a diagram came about, so that it can be made again and checked.
///
/// It holds no time of day: the same case gives the same text. `data/schema/diagram.schema.json`
/// describes it.
public struct DiagramManifest: Sendable {
  /// The diagram.
  public var diagram: Diagram
  /// The position of the last log entry of the case.
  public var logPosition: Int64
  /// The engine that laid it out.
  public var engine: LayoutEngine
  /// The format of the file.
  public var format: LayoutFormat
  /// The name of the file, without its folder.
  public var name: String
  /// The bytes of the file.
  public var output: [UInt8]
  /// The version of the program that drew it.
  public var programVersion: String

  /// Gathers what a manifest says.
  public init(
    of diagram: Diagram,
    logPosition: Int64,
    engine: LayoutEngine,
    format: LayoutFormat,
    name: String,
    output: [UInt8],
    programVersion: String
  ) {
    self.diagram = diagram
    self.logPosition = logPosition
    self.engine = engine
    self.format = format
    self.name = name
    self.output = output
    self.programVersion = programVersion
  }

  /// The manifest as JSON.
  public var json: JSONValue {
    let info = diagram.view.index.content.info
    return [
      "manifest": "backchannel-diagram", "version": 1,
      "case": [
        "id": .string(info.id), "title": .string(info.title),
        "logPosition": .integer(logPosition),
      ],
      "subject": diagram.subject,
      "filter": diagram.view.filterJSON,
      "counts": counts,
      "engine": .string(engine.rawValue), "format": .string(format.rawValue),
      "versions": [
        "backchannel": .string(programVersion), "graphviz": .optional(graphvizVersion),
      ],
      "dot": Self.file(Array(diagram.dot.utf8)),
      "output": .object([JSONMember(key: "name", value: .string(name))] + Self.members(output)),
    ]
  }

  private var counts: JSONValue {
    let drawing = diagram.drawing
    return [
      "nodes": .integer(Int64(drawing.nodeCount)),
      "lines": .integer(Int64(diagram.lineCount)),
      "byStatus": .object(
        diagram.lineCounts.map { status, count in
          JSONMember(key: status?.rawValue ?? "unsourced", value: .integer(Int64(count)))
        }
      ),
      "plainLines": .integer(Int64(drawing.plainLineCount)),
      "hidden": .integer(Int64(diagram.view.hidden.total)),
      "notDrawn": .array(
        drawing.omissions.map { omission in
          [
            "count": .integer(Int64(omission.count)), "what": .string(omission.noun),
            "why": .string(omission.reason.rawValue),
          ]
        }
      ),
    ]
  }

  private static func file(_ bytes: [UInt8]) -> JSONValue { .object(members(bytes)) }

  private static func members(_ bytes: [UInt8]) -> [JSONMember] {
    [
      JSONMember(key: "bytes", value: .integer(Int64(bytes.count))),
      JSONMember(key: "sha256", value: .string(sha256(bytes))),
    ]
  }
}

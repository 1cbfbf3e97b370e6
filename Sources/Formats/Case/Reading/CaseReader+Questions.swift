import CaseModel
import GraphModel

extension CaseReader {
  func readQuestion(_ node: DocumentNode) {
    guard let reader = record(node, "a question", CaseKeys.question) else { return }
    let patternReader = patternReader(reader)
    let question = Question(
      id: reader.requiredReference("id"),
      text: reader.requiredText("text") ?? "",
      pattern: patternReader.map(pattern) ?? QuestionPattern(find: .event),
      note: reader.text("note")
    )
    places.add(question.id.rawValue, reader, parts: patternReader)
    content.questions.append(question)
  }

  private func patternReader(_ question: RecordReader) -> RecordReader? {
    guard let node = question.node("pattern") else {
      question.missing("pattern")
      return nil
    }
    return record(node, "a pattern", CaseKeys.pattern)
  }

  private func pattern(_ reader: RecordReader) -> QuestionPattern {
    QuestionPattern(
      find: reader.requiredChoice("find", of: QuestionPattern.Subject.self) ?? .event,
      with: reader.references("with"),
      events: reader.references("events"),
      types: reader.elements("types").compactMap {
        RecordReader.choice($0, "types", of: EventType.self, issues)
      },
      side: reader.reference("side"),
      agencies: reader.references("agencies")
    )
  }
}

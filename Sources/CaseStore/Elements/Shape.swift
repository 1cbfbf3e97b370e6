import GraphModel

/// Says how one property stands in the value of an element.
enum ValueForm: String {
  /// As the stored form of the value.
  case json
  /// As the number of a row of `word`.
  case word
  /// As the number of days since 1970-01-01.
  case day
}

/// One row of `shape`: what many elements have in common.
struct Shape: Hashable {
  let kind: ElementKind
  /// The labels of a node as a JSON array, or the type of a relationship.
  let name: String
  /// The keys of the properties, in the order in which their values stand; `nil` where the value is
  /// an object that has its keys itself.
  var keys: [String]?
  var forms: [ValueForm] = []

  /// The column `keys`.
  var keysText: String { keys.map { JSONValue.strings($0).text() } ?? "" }
  /// The column `forms`.
  var formsText: String {
    keys == nil ? "" : JSONValue.strings(forms.map(\.rawValue)).text()
  }
}

extension Shape {
  /// Reads a row; `nil` when it makes no sense.
  init?(kind: String, name: String, keys: String, forms: String) {
    guard let kind = ElementKind(rawValue: kind) else { return nil }
    self.init(kind: kind, name: name)
    guard !keys.isEmpty else { return }
    // Not `readLabels` by kind: both columns are arrays of texts, too.
    guard let keyList = StoredText.readLabels(keys), let formList = StoredText.readLabels(forms),
      keyList.count == formList.count, Set(keyList).count == keyList.count
    else { return nil }
    self.keys = keyList
    self.forms = formList.compactMap(ValueForm.init)
    guard self.forms.count == keyList.count else { return nil }
  }
}

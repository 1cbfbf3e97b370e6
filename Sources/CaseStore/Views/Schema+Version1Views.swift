extension Schema {
  /// Version 1: readable tables for people with other tools.
  ///
  /// They use nothing but built-in functions, and the labels, relationship types and properties by
  /// which a case stands in the graph. `id` is the key of the element. Dates are in the author's
  /// notation (EDTF), and beside them stand the first and last possible day as `YYYY-MM-DD`.
  static let version1Views =
    entityViews + postView + eventViews + evidenceViews + """
      CREATE VIEW history AS
      SELECT t.position, t.at, t.who, t.why, t.verb, t.undoes, t.redoes,
        c.ordinal, c.kind, c.element_key AS element, c.before, c.after
      FROM transaction_log AS t JOIN change_log AS c USING (position);

      """

  private static let entityViews = """
    CREATE VIEW entities AS
    SELECT n.key AS id, \(kind("n", base: "Entity")) AS kind, \(value("n", "name")) AS name,
      \(value("n", "names")) AS names, \(value("n", "note")) AS note,
      coalesce(\(value("n", "unnamed")), 0) AS unnamed
    FROM node AS n WHERE \(has("n", "Entity"));
    CREATE VIEW people AS
    SELECT e.id, e.name, e.names, e.note, e.unnamed, \(linked("e", "CITIZEN_OF")) AS citizen_of
    FROM entities AS e WHERE e.kind = 'Person';
    CREATE VIEW agencies AS
    SELECT e.id, e.name, e.names, e.note, e.unnamed, \(value("n", "kind")) AS agency_kind,
      \(linked("e", "PART_OF")) AS part_of
    FROM entities AS e JOIN node AS n ON n.key = e.id WHERE e.kind = 'Agency';
    CREATE VIEW countries AS
    SELECT e.id, e.name, e.names, e.note FROM entities AS e WHERE e.kind = 'Country';

    """

  private static let postView = """
    CREATE VIEW posts AS
    SELECT r.key AS id, s.key AS person, \(value("s", "name")) AS person_name,
      \(value("r", "title")) AS title, t.key AS organization,
      \(value("t", "name")) AS organization_name, \(kind("t", base: "Entity")) AS organization_kind,
      \(value("r", "country")) AS country, \(value("r", "accreditedTo")) AS accredited_to,
      \(dates("r", "held", as: "held"))
    FROM relationship AS r JOIN node AS s ON s.id = r.source JOIN node AS t ON t.id = r.target
    WHERE r.type = 'HOLDS';

    """

  private static let eventViews = """
    CREATE VIEW events AS
    SELECT n.key AS id, \(kind("n", base: "Event")) AS kind, \(value("n", "title")) AS title,
      \(value("n", "date")) AS date, \(day("n", "earliest")) AS earliest,
      \(day("n", "latest")) AS latest, \(value("n", "dateBasis")) AS date_basis,
      \(value("n", "note")) AS note
    FROM node AS n WHERE \(has("n", "Event"));
    CREATE VIEW participations AS
    SELECT r.key AS id, e.id AS event, e.kind AS event_kind, e.title AS event_title,
      e.earliest, e.latest, p.key AS participant, \(kind("p", base: "Entity")) AS participant_kind,
      coalesce(\(value("p", "name")), \(value("p", "description"))) AS name,
      \(value("r", "role")) AS role
    FROM relationship AS r JOIN node AS p ON p.id = r.source
      JOIN node AS t ON t.id = r.target JOIN events AS e ON e.id = t.key
    WHERE r.type = 'TOOK_PART_IN';
    CREATE VIEW meetings AS
    SELECT e.id, e.title, e.date, e.earliest, e.latest, e.date_basis,
      \(linked("e", "LOCATED_IN")) AS place, \(linked("e", "ABOUT")) AS topics,
      (SELECT group_concat(name, '; ') FROM
        (SELECT name FROM participations WHERE event = e.id ORDER BY name)) AS participants
    FROM events AS e WHERE e.kind = 'Meeting';

    """

  private static let evidenceViews = """
    CREATE VIEW sources AS
    SELECT n.key AS id, \(value("n", "title")) AS title, \(value("n", "publisher")) AS publisher,
      \(value("n", "author")) AS author, \(value("n", "url")) AS url,
      \(dates("n", "published", as: "published")), \(dates("n", "retrieved", as: "retrieved")),
      coalesce(\(value("n", "confidential")), 0) AS confidential
    FROM node AS n WHERE \(has("n", "Source"));
    CREATE VIEW claims AS
    SELECT n.key AS id, \(target("n", "MADE_BY", "t.key")) AS claimant,
      \(target("n", "MADE_BY", value("t", "name"))) AS claimant_name,
      \(value("n", "stance")) AS stance, \(value("n", "about")) AS about,
      \(target("n", "CONCERNS", "t.key")) AS concerns, \(dates("n", "saidOn", as: "said_on")),
      \(target("n", "IN_SOURCE", "t.key")) AS source,
      \(target("n", "IN_SOURCE", value("t", "title"))) AS source_title,
      \(target("n", "VIA", "t.key")) AS via, \(value("n", "locator")) AS locator,
      \(value("n", "quote")) AS quote, \(value("n", "onRecord")) AS on_record,
      coalesce(\(value("n", "confidential")), 0) AS confidential
    FROM node AS n WHERE \(has("n", "Claim"));
    CREATE VIEW questions AS
    SELECT n.key AS id, \(value("n", "text")) AS text, \(value("n", "note")) AS note
    FROM node AS n WHERE \(has("n", "Question"));

    """

  /// Tests for a label; quotes inside of labels are escaped, so the text finds no part of one.
  private static func has(_ node: String, _ label: String) -> String {
    "instr(\(node).labels, '\"\(label)\"') > 0"
  }

  /// Reads the label that tells more than `base`: the first of the others, in ascending order.
  private static func kind(_ node: String, base: String) -> String {
    "coalesce(nullif(json_extract(\(node).labels, '$[0]'), '\(base)'), "
      + "json_extract(\(node).labels, '$[1]'))"
  }

  private static func value(_ element: String, _ key: String) -> String {
    "json_extract(\(element).properties, '$.\(key)')"
  }

  private static func day(_ element: String, _ key: String) -> String {
    value(element, key + ".\"$date\"")
  }

  /// Reads a date and its bounds into three columns.
  private static func dates(_ element: String, _ key: String, as column: String) -> String {
    "\(value(element, key)) AS \(column), \(day(element, key + "Earliest")) AS \(column)_earliest, "
      + "\(day(element, key + "Latest")) AS \(column)_latest"
  }

  /// Reads from the node `t` that the first relationship of `type` leads to.
  private static func target(_ node: String, _ type: String, _ column: String) -> String {
    "(SELECT \(column) FROM relationship AS r JOIN node AS t ON t.id = r.target "
      + "WHERE r.source = \(node).id AND r.type = '\(type)' ORDER BY r.key LIMIT 1)"
  }

  /// Lists the names of all nodes that relationships of `type` lead to from the row of a view.
  private static func linked(_ view: String, _ type: String) -> String {
    "(SELECT group_concat(name, '; ') FROM "
      + "(SELECT coalesce(\(value("t", "name")), t.key) AS name FROM node AS s "
      + "JOIN relationship AS r ON r.source = s.id JOIN node AS t ON t.id = r.target "
      + "WHERE s.key = \(view).id AND r.type = '\(type)' ORDER BY name))"
  }
}

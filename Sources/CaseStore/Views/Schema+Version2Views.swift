extension Schema {
  /// Version 2: the readable tables of version 1 over compact elements, and `nodes` and
  /// `relationships`, which show every element with its properties as a JSON object.
  ///
  /// Links are joined whole, not looked up row by row, because ends have no index.
  static let version2Views =
    elementViews + version2EntityViews + version2PostView + version2EventViews
    + version2SourceView + version2ClaimViews + """
      CREATE VIEW history AS
      SELECT t.position, t.at, t.who, t.why, t.verb, t.undoes, t.redoes,
        c.ordinal, c.kind, c.element_key AS element, c.before, c.after
      FROM transaction_log AS t JOIN change_log AS c USING (position)
      UNION ALL
      SELECT t.position, t.at, t.who, t.why, t.verb, t.undoes, t.redoes,
        b.ordinal, b.kind, b.name || ': ' || b.row_count || ' ' || b.change, NULL, NULL
      FROM transaction_log AS t JOIN bulk_log AS b USING (position);

      """

  private static let elementViews = """
    CREATE VIEW nodes AS
    SELECT n.id, \(key("n", "node")) AS key, ns.name AS labels, \(properties("n")) AS properties
    FROM node AS n JOIN shape AS ns ON ns.id = n.shape;
    CREATE VIEW relationships AS
    SELECT r.id, \(key("r", "relationship")) AS key, rs.name AS type, r.source, r.target,
      \(properties("r")) AS properties
    FROM relationship AS r JOIN shape AS rs ON rs.id = r.shape;

    """

  private static let version2EntityViews = """
    CREATE VIEW entities AS
    SELECT \(key("n", "node")) AS id, \(kind("n", base: "Entity")) AS kind,
      \(value("n", "name")) AS name, \(value("n", "names")) AS names, \(value("n", "note")) AS note,
      coalesce(\(value("n", "unnamed")), 0) AS unnamed
    FROM \(node("n")) WHERE \(has("n", "Entity"));
    CREATE VIEW people AS
    SELECT e.id, e.name, e.names, e.note, e.unnamed, l.names AS citizen_of
    FROM entities AS e LEFT JOIN \(linked("CITIZEN_OF")) AS l ON l.id = e.id
    WHERE e.kind = 'Person';
    CREATE VIEW agencies AS
    SELECT e.id, e.name, e.names, e.note, e.unnamed, k.agency_kind, l.names AS part_of
    FROM entities AS e JOIN (SELECT \(key("n", "node")) AS id, \(value("n", "kind")) AS agency_kind
        FROM \(node("n"))) AS k ON k.id = e.id
      LEFT JOIN \(linked("PART_OF")) AS l ON l.id = e.id WHERE e.kind = 'Agency';
    CREATE VIEW countries AS
    SELECT e.id, e.name, e.names, e.note FROM entities AS e WHERE e.kind = 'Country';

    """

  private static let version2PostView = """
    CREATE VIEW posts AS
    SELECT \(key("r", "relationship")) AS id, \(key("s", "node")) AS person,
      \(value("s", "name")) AS person_name, \(value("r", "title")) AS title,
      \(key("t", "node")) AS organization, \(value("t", "name")) AS organization_name,
      \(kind("t", base: "Entity")) AS organization_kind,
      \(value("r", "country")) AS country, \(value("r", "accreditedTo")) AS accredited_to,
      \(dates("r", "held", as: "held"))
    FROM \(links("HOLDS"));

    """

  private static let version2EventViews = """
    CREATE VIEW events AS
    SELECT \(key("n", "node")) AS id, \(kind("n", base: "Event")) AS kind,
      \(value("n", "title")) AS title, \(value("n", "date")) AS date,
      \(day("n", "earliest")) AS earliest, \(day("n", "latest")) AS latest,
      \(value("n", "dateBasis")) AS date_basis, \(value("n", "note")) AS note
    FROM \(node("n")) WHERE \(has("n", "Event"));
    CREATE VIEW participations AS
    SELECT \(key("r", "relationship")) AS id, \(key("t", "node")) AS event,
      \(kind("t", base: "Event")) AS event_kind, \(value("t", "title")) AS event_title,
      \(day("t", "earliest")) AS earliest, \(day("t", "latest")) AS latest,
      \(key("s", "node")) AS participant, \(kind("s", base: "Entity")) AS participant_kind,
      coalesce(\(value("s", "name")), \(value("s", "description"))) AS name,
      \(value("r", "role")) AS role
    FROM \(links("TOOK_PART_IN")) AND \(has("t", "Event"));
    CREATE VIEW meetings AS
    SELECT e.id, e.title, e.date, e.earliest, e.latest, e.date_basis,
      p.names AS place, a.names AS topics, m.names AS participants
    FROM events AS e LEFT JOIN \(linked("LOCATED_IN")) AS p ON p.id = e.id
      LEFT JOIN \(linked("ABOUT")) AS a ON a.id = e.id
      LEFT JOIN (SELECT event AS id, group_concat(name, '; ') AS names FROM
        (SELECT event, name FROM participations ORDER BY event, name) GROUP BY event) AS m
        ON m.id = e.id
    WHERE e.kind = 'Meeting';

    """

  private static let version2SourceView = """
    CREATE VIEW sources AS
    SELECT \(key("n", "node")) AS id, \(value("n", "title")) AS title,
      \(value("n", "publisher")) AS publisher, \(value("n", "author")) AS author,
      \(value("n", "url")) AS url, \(dates("n", "published", as: "published")),
      \(dates("n", "retrieved", as: "retrieved")),
      coalesce(\(value("n", "confidential")), 0) AS confidential
    FROM \(node("n")) WHERE \(has("n", "Source"));

    """

  private static let version2ClaimViews = """
    CREATE VIEW claims AS
    SELECT \(key("n", "node")) AS id, m.target AS claimant, m.name AS claimant_name,
      \(value("n", "stance")) AS stance, \(value("n", "about")) AS about, c.target AS concerns,
      \(dates("n", "saidOn", as: "said_on")), s.target AS source, s.title AS source_title,
      v.target AS via, \(value("n", "locator")) AS locator, \(value("n", "quote")) AS quote,
      \(value("n", "onRecord")) AS on_record,
      coalesce(\(value("n", "confidential")), 0) AS confidential
    FROM \(node("n")) LEFT JOIN \(first("MADE_BY")) AS m ON m.source = n.id
      LEFT JOIN \(first("CONCERNS")) AS c ON c.source = n.id
      LEFT JOIN \(first("IN_SOURCE")) AS s ON s.source = n.id
      LEFT JOIN \(first("VIA")) AS v ON v.source = n.id
    WHERE \(has("n", "Claim"));
    CREATE VIEW questions AS
    SELECT \(key("n", "node")) AS id, \(value("n", "text")) AS text, \(value("n", "note")) AS note
    FROM \(node("n")) WHERE \(has("n", "Question"));

    """

  // MARK: - Parts

  /// Names a row of `node` and its shape.
  private static func node(_ row: String) -> String {
    "node AS \(row) JOIN shape AS \(row)s ON \(row)s.id = \(row).shape"
  }

  /// Names the relationships `r` of a type with their ends `s` and `t`, up to the condition.
  private static func links(_ type: String) -> String {
    "relationship AS r JOIN shape AS rs ON rs.id = r.shape "
      + "JOIN node AS s ON s.id = r.source JOIN shape AS ss ON ss.id = s.shape "
      + "JOIN node AS t ON t.id = r.target JOIN shape AS ts ON ts.id = t.shape "
      + "WHERE rs.kind = 'relationship' AND rs.name = '\(type)'"
  }

  /// Reads the key of an element: its own, or that which its range gives it.
  private static func key(_ row: String, _ kind: String) -> String {
    "coalesce(\(row).key, (SELECT k.prefix || (\(row).id - k.first_id + k.first_number) "
      + "FROM key_range AS k WHERE k.kind = '\(kind)' AND k.first_id <= \(row).id "
      + "ORDER BY k.first_id DESC LIMIT 1))"
  }

  /// Tests for a label; quotes inside of labels are escaped, so the text finds no part of one.
  private static func has(_ row: String, _ label: String) -> String {
    "\(row)s.kind = 'node' AND instr(\(row)s.name, '\"\(label)\"') > 0"
  }

  /// Reads the label that tells more than `base`: the first of the others, in ascending order.
  private static func kind(_ row: String, base: String) -> String {
    "coalesce(nullif(json_extract(\(row)s.name, '$[0]'), '\(base)'), "
      + "json_extract(\(row)s.name, '$[1]'))"
  }

  /// Reads one property as SQL shows it best.
  private static func value(_ row: String, _ key: String) -> String {
    "iif(\(row)s.keys = '', json_extract(\(row).value, '$.\(key)'), \(listed(row, key)))"
  }

  /// Reads a date as `YYYY-MM-DD`.
  private static func day(_ row: String, _ key: String) -> String {
    "iif(\(row)s.keys = '', json_extract(\(row).value, '$.\(key).\"$date\"'), "
      + "\(listed(row, key)))"
  }

  /// Reads one property of a value that is an array.
  private static func listed(_ row: String, _ key: String) -> String {
    "(SELECT CASE \(row)s.forms ->> k.key "
      + "WHEN 'word' THEN (SELECT text FROM word WHERE id = \(row).value ->> k.key) "
      + "WHEN 'day' THEN date((\(row).value ->> k.key) * 86400, 'unixepoch') "
      + "ELSE \(row).value ->> k.key END "
      + "FROM json_each(\(row)s.keys) AS k WHERE k.value = '\(key)')"
  }

  /// Writes all properties as one JSON object of stored values.
  private static func properties(_ row: String) -> String {
    """
    iif(\(row)s.keys = '', \(row).value, (SELECT '{' || coalesce(group_concat(
        json_quote(k.value) || ':' || CASE \(row)s.forms ->> k.key
        WHEN 'word' THEN (SELECT json_quote(text) FROM word WHERE id = \(row).value ->> k.key)
        WHEN 'day' THEN '{"$date":"' || date((\(row).value ->> k.key) * 86400, 'unixepoch') || '"}'
        ELSE \(row).value -> k.key END, ','), '') || '}'
        FROM json_each(\(row)s.keys) AS k WHERE \(row).value -> k.key <> 'null'))
    """
  }

  /// Reads a date and its bounds into three columns.
  private static func dates(_ row: String, _ key: String, as column: String) -> String {
    "\(value(row, key)) AS \(column), \(day(row, key + "Earliest")) AS \(column)_earliest, "
      + "\(day(row, key + "Latest")) AS \(column)_latest"
  }

  /// Lists for each node where its first relationship of a type leads.
  private static func first(_ type: String) -> String {
    "(SELECT r.source AS source, \(key("t", "node")) AS target, \(value("t", "name")) AS name, "
      + "\(value("t", "title")) AS title, min(\(key("r", "relationship"))) "
      + "FROM \(links(type)) GROUP BY r.source)"
  }

  /// Lists for each node the names of all nodes that its relationships of a type lead to.
  private static func linked(_ type: String) -> String {
    "(SELECT id, group_concat(name, '; ') AS names FROM (SELECT \(key("s", "node")) AS id, "
      + "coalesce(\(value("t", "name")), \(key("t", "node"))) AS name "
      + "FROM \(links(type)) ORDER BY 1, 2) GROUP BY id)"
  }
}

import CaseModel

/// Lists words of registers by which values are recognized; case and accents do not count.
enum ProposalWords {
  /// Returns the type of event that a word for a kind of contact means.
  static func eventType(_ word: String) -> EventType? {
    let key = NameKeys.folded(word)
    if let type = kinds[key] { return type }
    let words = HeaderRole.words(in: word)
    // What a contact was made by says more than what it was: "Video meeting" is a call.
    let found = words.compactMap { kinds[$0] }
    return [EventType.call, .visit, .meeting].first(where: found.contains) ?? found.first
  }

  private static let kinds: [String: EventType] = {
    var kinds: [String: EventType] = [:]
    func add(_ type: EventType, _ words: String) {
      for word in words.split(separator: ",") { kinds[NameKeys.folded(String(word))] = type }
    }
    add(
      .meeting,
      """
      meeting,in person,face to face,in-person,conversation,talk,lunch,dinner,breakfast,\
      roundtable,round table,treffen,besprechung,gespräch,termin,sitzung,persönlich,réunion,\
      rencontre,entretien,rendez-vous,déjeuner,dîner,reunión,encuentro,entrevista,audiencia,\
      presencial,incontro,riunione,colloquio,vergadering,bijeenkomst,overleg,gesprek,afspraak,\
      spotkanie,rozmowa,встреча,совещание,беседа,møde,möte,tapaaminen,schůzka,reunião
      """
    )
    add(
      .call,
      """
      call,phone,telephone,phone call,video,video call,videoconference,video conference,online,\
      virtual,teleconference,conference call,telefonat,anruf,telefon,telefonisch,videokonferenz,\
      appel,téléphone,téléphonique,visioconférence,visio,llamada,teléfono,telefónica,\
      videoconferencia,telefonata,telefono,videoconferenza,telefoongesprek,telefoon,\
      rozmowa telefoniczna,telefoniczna,wideokonferencja,звонок,телефон,видеоконференция,\
      telefonsamtal
      """
    )
    add(
      .visit,
      """
      visit,visitor,besucher,visiteur,visitante,visitatore,bezoeker,site visit,trip,travel,\
      journey,tour,besuch,reise,dienstreise,visite,voyage,déplacement,visita,viaje,viaggio,bezoek,\
      reis,werkbezoek,wizyta,podróż,wyjazd,визит,поездка,besök,besøg
      """
    )
    add(
      .statement,
      "statement,speech,press conference,rede,pressekonferenz,discours,discurso,discorso,toespraak"
    )
    add(
      .other,
      """
      email,e-mail,mail,letter,written,brief,schriftlich,lettre,courrier,courriel,carta,correo,\
      lettera,list,письмо,correspondence
      """
    )
    return kinds
  }()

  /// Returns the type of entity that a word means.
  static func entityType(_ word: String) -> EntityType? { entityTypes[NameKeys.folded(word)] }

  private static let entityTypes: [String: EntityType] = {
    var types: [String: EntityType] = [:]
    for word in folded(
      """
      person,individual,natural person,human,people,personne,personne physique,persona,\
      persona física,persona fisica,natürliche person,persoon,osoba,osoba fizyczna,физическое лицо
      """
    ) { types[word] = .person }
    for word in folded(
      """
      organization,organisation,company,corporation,firm,agency,federal agency,legal entity,\
      legal person,institution,government,ngo,association,business,unternehmen,firma,verband,\
      behörde,juristische person,société,entreprise,personne morale,empresa,organización,\
      persona jurídica,azienda,società,organizzazione,persona giuridica,bedrijf,organisatie,\
      organizacja,osoba prawna,организация,компания,юридическое лицо
      """
    ) { types[word] = .agency }
    for word in folded("country,state,land,pays,país,paese,kraj,страна") { types[word] = .country }
    return types
  }()

  /// Tells whether a cell stands for nothing.
  static func isNothing(_ text: String) -> Bool {
    text.utf8.count <= 40 && nothing.contains(NameKeys.folded(text))
  }

  private static let nothing = folded(
    """
    -,--,---,–,—,.,..,...,?,n/a,n.a.,not applicable,not known,unknown,not stated,null,nan,tbc,tbd,\
    k.a.,k. a.,keine angabe,unbekannt,entfällt,s/o,sans objet,non renseigné,inconnu,n/d,n.d.,\
    sin datos,no consta,desconocido,non disponibile,onbekend,nvt,n.v.t.,brak,b/d,brak danych,нет,\
    нет данных,неизвестно,н/д
    """
  )

  /// Tells whether a cell says that there was no meeting at all.
  static func isNilReturn(_ text: String) -> Bool {
    text.utf8.count <= 60 && nilReturns.contains(NameKeys.folded(text))
  }

  private static let nilReturns = folded(
    """
    nil,nil return,none,no meetings,no meeting,no meetings held,no external meetings,keine,\
    keine termine,keine treffen,fehlanzeige,néant,aucun,aucune,aucune réunion,aucun rendez-vous,\
    ninguno,ninguna,sin reuniones,nessuno,nessun incontro,geen,geen afspraken,brak spotkań,\
    не было,встреч не было
    """
  )

  /// Words in the names of organizations.
  static let organizations = folded(
    """
    ltd,ltd.,limited,plc,inc,inc.,llc,llp,lp,corp,corp.,corporation,company,co.,group,holding,\
    holdings,partners,consulting,associates,foundation,trust,institute,association,federation,\
    society,union,council,committee,commission,authority,agency,ministry,department,office,bank,\
    university,college,school,hospital,fund,chamber,alliance,network,coalition,forum,initiative,\
    embassy,parliament,party,police,airlines,airways,energy,telecom,pharma,media,news,industries,\
    technologies,systems,services,solutions,international,europe,global,uk,gmbh,ag,kg,kgaa,ohg,ug,\
    e.v.,ev,se,verband,verein,bund,stiftung,gesellschaft,gewerkschaft,kammer,ministerium,\
    bundesamt,universität,hochschule,botschaft,werke,stadtwerke,s.a.,sa,sas,s.a.s.,sarl,s.a.r.l.,\
    société,fédération,syndicat,fondation,banque,ministère,université,conseil,agence,chambre,s.l.,\
    sl,fundación,asociación,federación,sindicato,banco,ministerio,universidad,consejo,cámara,\
    s.p.a.,spa,s.r.l.,srl,fondazione,associazione,federazione,sindacato,banca,ministero,\
    università,bv,b.v.,nv,n.v.,vzw,stichting,vereniging,bond,ministerie,universiteit,sp.,z o.o.,\
    spółka,fundacja,stowarzyszenie,związek,izba,ministerstwo,uniwersytet,ооо,оао,пао,ао,зао,нко,\
    фонд,союз,ассоциация,министерство,университет,банк,компания,ab,oy,oyj,as,a/s,asa,aps,s.r.o.,\
    a.s.,kft,zrt
    """
  )

  private static func folded(_ words: String) -> Set<String> {
    Set(words.split(separator: ",").map { NameKeys.folded(String($0)) })
  }
}

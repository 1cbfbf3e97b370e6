import CaseModel

/// Lists the words that stand at the head of columns, in many languages: English, German, French,
/// Spanish, Italian, Dutch, Polish and Russian first, some of Portuguese, Swedish, Danish, Finnish
/// and Czech.
///
/// To add a language, add its words to the lines; case and accents do not count.
enum HeaderWords {
  /// The words of each phrase by what it says.
  static let table: [(role: HeaderRole, phrases: [[String]])] = text.split(separator: "\n")
    .compactMap {
      line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard let role = parts.first.flatMap({ HeaderRole(rawValue: String($0)) }) else { return nil }
      let phrases = parts.dropFirst().joined().split(separator: ",")
      return (role, phrases.map { HeaderRole.words(in: String($0)) }.filter { !$0.isEmpty })
    }

  private static let text = """
    date:date,day,when,start,start date,date of meeting,meeting date,begin,date from,event date
    date:datum,tag,beginn,anfang,wann,sitzungsdatum,von,jour,debut,date de debut
    date:date de la rencontre,fecha,dia,inicio,fecha de inicio,data,giorno,inizio,dal,begindatum,dag
    date:aanvang,dzień,początek,дата,день,начало,dato,päivämäärä,pvm,datum konání,ημερομηνία,sqldate
    date:period,periode,période,periodo,período,okres
    end:end,end date,to,until,date to,ende,enddatum,bis,fin,date de fin,fecha fin,fecha de fin,hasta
    end:fine,data fine,al,einddatum,tot,koniec,data zakończenia,конец,окончание,fim,slut
    published:published,publication date,date published,date of publication,updated,last updated
    published:registered,created,modified,date added,retrieved,veröffentlicht,erfasst am,stand
    published:date de publication,publié le,publicado,fecha de publicación,pubblicato
    published:data pubblicazione,gepubliceerd,opublikowano,data publikacji,опубликовано
    published:дата публикации
    time:time,start time,end time,duration,uhrzeit,zeit,dauer,heure,durée,hora,duración,ora,orario
    time:durata,tijd,tijdstip,duur,godzina,czas,время,длительность
    host:minister,host,official,public official,senior official,member,mep,mp,commissioner,visitee
    host:office holder,cabinet member,secretary,ministerin,amtsträger,abgeordnete,abgeordneter,mdb
    host:staatssekretär,gastgeber,ministre,membre du gouvernement,élu,député,sénateur,hôte
    host:responsable public,ministro,ministra,alto cargo,cargo público,diputado,anfitrión
    host:sottosegretario,funzionario,deputato,ospitante,bewindspersoon,kamerlid,gastheer,poseł
    host:osoba pełniąca funkcję,osoba pełniąca funkcję publiczną
    host:gospodarz,urzędnik,министр,депутат,чиновник,принимающий,ministr,statsråd,ministeri
    guest:guest,visitor,attendee,participant,lobbyist,met with,meeting with,people met,person met
    guest:interest representative,person,people,with,persons present,gast,gäste,besucher,teilnehmer
    guest:teilnehmende,gesprächspartner,anwesende,invité,visiteur,interlocuteur,personne rencontrée
    guest:représentant d'intérêts,personne,participants,invitado,visitante,asistentes,asistente
    guest:participantes,interlocutor,persona,ospite,ospiti,visitatore,partecipanti,interlocutore
    guest:bezoeker,deelnemer,gesprekspartner,aanwezigen,gość,goście,uczestnicy,uczestnik,osoba
    guest:rozmówca,lobbysta,гость,гости,посетитель,участники,участник,собеседник,deltagare,deltagere
    caller:caller,calling party,from number,a number,anrufer,appelant,llamante,chiamante,beller
    caller:dzwoniący,звонящий,sender,absender,expéditeur,remitente,mittente,nadawca,отправитель
    called:called,callee,called party,recipient,to number,b number,angerufener,empfänger,appelé
    called:destinataire,destinatario,receptor,chiamato,gebelde,ontvanger,odbiorca,получатель
    name:name,full name,nom,nom et prénom,nom complet,nombre,nombre completo,nombre y apellidos,nome
    name:nome e cognome,naam,nazwa,imię i nazwisko,имя,фио,navn,namn,nimi,jméno,vor und nachname
    givenName:first name,given name,name first,firstname,namefirst,forename,vorname,prénom
    givenName:nombre de pila,voornaam,imię,fornavn,förnamn,etunimi,křestní jméno
    familyName:last name,surname,family name,name last,lastname,namelast,nachname,familienname
    familyName:nom de famille,apellido,apellidos,cognome,achternaam,nazwisko,фамилия,efternavn
    familyName:efternamn,sukunimi
    hostAgency:department,ministry,dg,directorate general,agency,public body,ressort,ministerium
    hostAgency:abteilung,behörde,dienststelle,ministère,direction,administration,ministerio
    hostAgency:departamento,organismo,ministero,dipartimento,ministerie,afdeling,ministerstwo
    hostAgency:departament,urząd,министерство,ведомство,departement,ministeriö,ministerstvo
    organization:organisation,organization,company,interest group,employer,firm,association,entity
    organization:institution,name of organisation,affiliation,business,unternehmen,firma,verband
    organization:einrichtung,interessenvertreter,société,entreprise,organisme,organización,empresa
    organization:entidad,grupo de interés,organizzazione,organizzazioni,azienda,società,impresa,ente
    organization:organisatie,bedrijf,organizacja,organizacje,podmiot,instytucja,организация,компания
    organization:фирма,företag,virksomhed,yritys,organizace,společnost,empresas,organização
    client:on behalf of,client,represented,representing,principal,acting for,im auftrag
    client:im auftrag von,auftraggeber,mandant,pour le compte de,en nombre de,cliente,representado
    client:per conto di,namens,opdrachtgever,w imieniu,na rzecz,klient,zleceniodawca,от имени,клиент
    position:position,job title,function,post,occupation,funktion,amt,dienststellung,fonction,poste
    position:qualité,cargo,puesto,carica,funzione,qualifica,functie,stanowisko,funkcja,должность
    role:role,rolle,rôle,ruolo,rol,rola,роль,papel
    nationality:nationality,citizenship,staatsangehörigkeit,nationalität,nationalité,nacionalidad
    nationality:nazionalità,cittadinanza,nationaliteit,obywatelstwo,гражданство
    country:country,state,land,staat,pays,país,paese,stato,kraj,państwo,страна,государство,maa
    place:place,location,venue,city,town,where,address,room,building,locale,destination,ort,stadt
    place:raum,veranstaltungsort,tagungsort,zielort,lieu,ville,endroit,adresse,lugar,ciudad,sede
    place:luogo,città,indirizzo,plaats,locatie,stad,miejsce,miasto,lokalizacja,место,город,адрес
    place:sted,plats,paikka,místo,local
    topic:subject,topic,purpose,purpose of meeting,agenda,issue,matter,about,reason,discussion,theme
    topic:thema,themen,betreff,anlass,zweck,gegenstand,inhalt,objet,sujet,thème,motif,ordre du jour
    topic:asunto,tema,objeto,motivo,materia,oggetto,argomento,onderwerp,doel,temat,przedmiot,cel
    topic:sprawa,тема,предмет,цель,вопрос,ämne,emne,aihe,předmět,účel,assunto
    kind:type,kind,type of meeting,meeting type,contact type,form,form of contact,channel,medium
    kind:mode,art,art des kontakts,kontaktart,typ,format,type de rencontre,nature,tipo,modalidad
    kind:modalità,soort,vorm,wijze,rodzaj,forma,вид,тип,форма
    title:event,event title,name of event,title,meeting title,titel,veranstaltung,titre,événement
    title:título,evento,titolo,tytuł,wydarzenie,название,мероприятие
    key:id,code,no,nr,number,ref,reference,reference number,meeting id,event id,record id
    key:meeting number,lfd nr,nummer,aktenzeichen,kennung,vorgang,vorgangsnummer,numéro,identifiant
    key:référence,identificador,número,expediente,codice,numero,kenmerk,numer,sygnatura,lp,номер,ид
    key:uin
    link:url,link,source,website,web,href,quelle,lien,fuente,enlace,fonte,bron,źródło,ссылка
    link:источник
    note:note,notes,remarks,comment,comments,description,summary,details,minutes,outcome,bemerkung
    note:bemerkungen,anmerkung,notizen,beschreibung,ergebnis,remarques,commentaire,observations
    note:observaciones,nota,notas,descripción,osservazioni,descrizione,opmerking,toelichting,uwagi
    note:opis,komentarz,примечание,комментарий,описание,poznámka
    relation:connection,relation,relationship,verbindung,beziehung,relación,relazione,relatie
    relation:relacja,связь
    """
}

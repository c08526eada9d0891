import type { ProgramError } from '#shared/explain/programs/program-error.ts'

/** The sentences of mail programs, in English and German. The particular before the general. */
export const PROGRAM_WORDS: readonly ProgramError[] = [
  // Thunderbird
  [/using STARTTLS since it doesn.t advertise|nicht mit STARTTLS aufgebaut/i, 'STARTTLS_MISSING'],
  [/Outgoing server \(SMTP\) \S{1,200} is unknown|SMTP-Server \S{1,200} ist unbekannt/i, 'NET_DNS_NONE'],
  [
    /connecting to Outgoing server .{1,200} failed|Verbindungsaufbau mit dem (?:SMTP|Postausgangs)-?Server|Verbindung mit dem Postausgangs-?server .{1,200} nicht hergestellt/i,
    'NET_UNREACHABLE',
  ],
  [/lost in the middle of the transaction|mitten in der Transaktion verloren/i, 'NET_RESET'],
  [/connection to Outgoing server .{1,200} timed out|ihre Ablaufzeit \(Timeout\)/i, 'NET_TIMEOUT'],
  [/Connection to server \S{1,200} timed out|Zeitüberschreitung der Verbindung mit Server/i, 'NET_TIMEOUT'],
  [/mail server \S{1,200} the connection was refused|da sie verweigert wurde/i, 'NET_REFUSED'],
  [/Server \S{1,200} has disconnected|hat die Verbindung abgebrochen/i, 'NET_RESET'],
  [/is not an IMAP4 mail server|ist kein IMAP4-Mail-Server/i, 'PROTO_WRONG_SERVICE'],
  [/sent an incorrect greeting|sendete eine ungültige Begrüßung/i, 'PROTO_GARBAGE'],
  [
    /does not allow plaintext passwords|ungesicherte Übertragung des Passworts im Klartext nicht/i,
    'AUTH_MECHANISM',
  ],
  [
    /does not seem to support encrypted passwords|verschlüsselte Übertragung des Passworts nicht/i,
    'AUTH_MECHANISM',
  ],
  [
    /not support the selected authentication method|gewählte Authentifizierungsmethode nicht/i,
    'AUTH_MECHANISM',
  ],
  [
    /may have exceeded the maximum number of connections|maximale Anzahl (?:von |der |an )?Verbindungen/i,
    'SERVER_BUSY',
  ],
  [/Unable to authenticate to Outgoing|kann nicht authentifiziert werden/i, 'AUTH_REJECTED'],
  [/Authentication failure while connecting|Authentifizierungsfehler beim Verbinden/i, 'AUTH_REJECTED'],
  [/Login to server .{1,200} failed|Anmeldung auf dem Server .{1,300} fehlgeschlagen/i, 'AUTH_REJECTED'],
  [/Sending of (the )?password .{0,200}did not succeed|Fehler beim Senden des Passworts/i, 'AUTH_REJECTED'],
  [/Failed to connect to server \S|Verbindung mit Server \S{1,200} konnte nicht/i, 'NET_UNREACHABLE'],
  [/non-overridable TLS error|nicht überschreibbarer TLS-Fehler/i, 'TLS_HANDSHAKE'],
  // Apple Mail
  [
    /(user ?name or password for .{1,100} is incorrect|Benutzername oder das Passwort für .{1,100} ist)/i,
    'AUTH_REJECTED',
  ],
  [
    /verify (?:the )?account name or password|Accountname oder das Passwort konnte nicht|hat das (?:Passwort|Kennwort) für .{1,120} (?:abgelehnt|zurückgewiesen)/i,
    'AUTH_REJECTED',
  ],
  [
    /rejected by the server because it does not allow relaying|keine Weiterleitung (?:zulässt|erlaubt)/i,
    'SEND_RELAY_DENIED',
  ],
  [
    /sender address \S{1,260} was rejected by the server|Absenderadresse \S{1,260} wurde vom Server/i,
    'SEND_SENDER_UNKNOWN',
  ],
  [/on the default ports timed out|über (?:den )?Port \d{1,5} nicht erreichbar/i, 'NET_TIMEOUT'],
  [/kann die Identität (?:des|von) .{1,120} nicht (?:überprüfen|bestätigen)/i, 'TLS_UNTRUSTED'],
  [/Account Not Authenticated|Account (ist )?nicht authentifiziert/i, 'AUTH_REJECTED'],
  [/Cannot Verify Server Identity|can.t verify the identity of|Serveridentität/i, 'TLS_UNTRUSTED'],
  [/server (that is )?pretending to be|certificate for this server is invalid/i, 'TLS_UNTRUSTED'],
  [/Zertifikat für diesen Server ist ungültig/i, 'TLS_UNTRUSTED'],
  [/mail server .{1,100} is not responding|Mail-?server .{1,100} (antwortet|reagiert) nicht/i, 'NET_TIMEOUT'],
  [/server .{1,100} on port \d{1,5} timed out|server .{1,100} cannot be contacted on port/i, 'NET_TIMEOUT'],
  [/Could not connect to the server|connection to the server failed/i, 'NET_UNREACHABLE'],
  [
    /Verbindung zum Server .{0,80}(fehlgeschlagen|nicht (möglich|hergestellt))|keine Verbindung zum (Mail-?)?server/i,
    'NET_UNREACHABLE',
  ],
  [/rejected by the server because it does not allow relaying/i, 'SEND_RELAY_DENIED'],
  [
    /sender address .{1,300} was rejected by the server|Absenderadresse .{1,300} vom Server (?:abgelehnt|zurückgewiesen)/i,
    'SEND_SENDER_UNKNOWN',
  ],
  // Outlook, where the number was left out
  [/cannot be found on the network|im Netzwerk nicht gefunden/i, 'NET_DNS_NONE'],
  [
    /(rejected|refused|did not accept) (your|the) (login|log on|password|credentials)|hat Ihre Anmeldung (abgelehnt|zurückgewiesen)/i,
    'AUTH_REJECTED',
  ],
  [/target principal name is incorrect|Zielprinzipalname ist falsch/i, 'TLS_NAME'],
  [/server you are connected to is using a security certificate that cannot be verified/i, 'TLS_UNTRUSTED'],
  [
    /(doesn.t|does not) support the (connection )?encryption type|angegebenen Verbindungsverschlüsselungstyp/i,
    'TLS_NOT_TLS',
  ],
  [/timed out waiting for a response|Zeitüberschreitung .{0,60}Warten auf eine Antwort/i, 'NET_TIMEOUT'],
  [
    /(unable to|cannot) connect to your (incoming|outgoing)|Outlook kann keine Verbindung/i,
    'NET_UNREACHABLE',
  ],
  [
    /(cannot|can.t|could not|couldn.t|unable to) (connect to|reach|contact) (the |your )?(e-?mail |mail |incoming |outgoing |imap |pop3? |smtp )?(server|host)/i,
    'NET_UNREACHABLE',
  ],
  [
    /none of the authentication methods supported by this client|Keine der von diesem Client unterstützten Authentifizierungsmethoden|no worthy mechs/i,
    'AUTH_MECHANISM',
  ],
  [/connection to the server was interrupted|Verbindung zum Server wurde unterbrochen/i, 'NET_RESET'],
  // Webmail, K-9, FairEmail, Nextcloud, PHP, curl and c-client
  [
    /(user ?name|benutzername) (or|oder) (das )?(password|passwort|kennwort) .{0,20}(wrong|incorrect|invalid|falsch|ungültig)/i,
    'AUTH_REJECTED',
  ],
  [
    /too many login failures|unable to log ?in|wrong .{0,30}user ?name or password|curl: \(67\)|login denied|could not authenticate/i,
    'AUTH_REJECTED',
  ],
  [
    /no (supported |suitable )?auth(entication)? (method|mechanism)s? (was )?(found|available|supported)|cannot use a secure authentication method/i,
    'AUTH_MECHANISM',
  ],
  [/\(smtp\) e-?mail server requires authentication/i, 'AUTH_REQUIRED'],
  [/AuthenticationFailedException|MessagingException: authentication failed/i, 'AUTH_REJECTED'],
  [
    /SMTP AUTH extension not supported|server doesn.t support AUTH|smtp: unencrypted connection/i,
    'AUTH_ENCRYPTION_REQUIRED',
  ],
  [/smtp connect\(\) failed|could not connect to smtp host/i, 'NET_UNREACHABLE'],
]

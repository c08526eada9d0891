import type { ExplainCase } from './explain-case.ts'

/** What Thunderbird, Outlook and Apple Mail write in English and German, where no server is quoted. */
export const MAIL_PROGRAM_SENTENCES: readonly ExplainCase[] = [
  [
    'Senden der Nachricht fehlgeschlagen. Die Nachricht konnte nicht gesendet werden, weil die Verbindung mit dem Postausgangsserver (SMTP) smtp.example.org nicht hergestellt werden konnte.',
    'NET_UNREACHABLE',
    'you',
    'stays',
  ],
  [
    'Die Nachricht konnte nicht gesendet werden, weil der Verbindungsaufbau mit dem Postausgangs-Server (SMTP) smtp.example.org fehlgeschlagen ist.',
    'NET_UNREACHABLE',
    'you',
    'stays',
  ],
  ['Authentication failure while connecting to server imap.example.org.', 'AUTH_REJECTED', 'you', 'stays'],
  [
    'Authentifizierungsfehler beim Verbinden mit dem Server imap.example.org.',
    'AUTH_REJECTED',
    'you',
    'stays',
  ],
  ['Unable to verify account name or password.', 'AUTH_REJECTED', 'you', 'stays'],
  ['Der Accountname oder das Passwort konnte nicht überprüft werden.', 'AUTH_REJECTED', 'you', 'stays'],
  [
    'Der IMAP-Server „imap.example.org“ hat das Passwort für den Benutzer „anna“ abgelehnt.',
    'AUTH_REJECTED',
    'you',
    'stays',
  ],
  [
    'Keine der von diesem Client unterstützten Authentifizierungsmethoden wird von Ihrem Server unterstützt.',
    'AUTH_MECHANISM',
    'you',
    'stays',
  ],
  [
    'The connection to the server was interrupted. If this problem continues, contact your server administrator or Internet service provider (ISP).',
    'NET_RESET',
    'you',
    'passes',
  ],
  [
    'Die Verbindung zum Server wurde unterbrochen. Wenden Sie sich an den Serveradministrator oder Internetdienstanbieter, falls das Problem weiterhin besteht.',
    'NET_RESET',
    'you',
    'passes',
  ],
  [
    'The sender address anna@example.org was rejected by the server smtp.example.org.',
    'SEND_SENDER_UNKNOWN',
    'you',
    'stays',
  ],
  [
    'Die Absenderadresse anna@example.org wurde vom Server smtp.example.org zurückgewiesen.',
    'SEND_SENDER_UNKNOWN',
    'you',
    'stays',
  ],
  [
    'The recipient bob@example.net was rejected by the server because it does not allow relaying.',
    'SEND_RELAY_DENIED',
    'you',
    'stays',
  ],
  [
    'Der Empfänger bob@example.net wurde vom Server zurückgewiesen, da er keine Weiterleitung zulässt.',
    'SEND_RELAY_DENIED',
    'you',
    'stays',
  ],
  [
    'The connection to the server smtp.example.org on the default ports timed out.',
    'NET_TIMEOUT',
    'you',
    'passes',
  ],
  ['Der Server „imap.example.org“ ist über den Port 993 nicht erreichbar.', 'NET_TIMEOUT', 'you', 'passes'],
  [
    'Mail kann die Identität des Servers „imap.example.org“ nicht überprüfen.',
    'TLS_UNTRUSTED',
    'provider',
    'stays',
  ],
  ['Enter your user name and password for the following server.', 'REPLY_UNKNOWN', 'you', 'stays'],
  ['Geben Sie Benutzernamen und Kennwort für den folgenden Server ein.', 'REPLY_UNKNOWN', 'you', 'stays'],
  ['Cannot send message using the server smtp.example.org', 'REPLY_UNKNOWN', 'you', 'stays'],
  ['Die E-Mail kann nicht über den Server smtp.example.org gesendet werden', 'REPLY_UNKNOWN', 'you', 'stays'],
  [
    'Möglicherweise besteht ein Problem mit dem Mail-Server oder dem Netzwerk. Überprüfe die Einstellungen für den Account „Firma“ oder versuche es erneut.',
    'REPLY_UNKNOWN',
    'you',
    'stays',
  ],
  [
    'Da ist etwas schiefgelaufen, und Ihr Konto konnte nicht von Outlook eingerichtet werden. Versuchen Sie es erneut.',
    'REPLY_UNKNOWN',
    'you',
    'stays',
  ],
  [
    'Testnachricht senden: Die Nachricht kann nicht gesendet werden. Überprüfen Sie die E-Mail-Adresse in den Kontoeigenschaften.',
    'REPLY_UNKNOWN',
    'you',
    'stays',
  ],
]

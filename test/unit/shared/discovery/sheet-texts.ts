/** What providers send, shortened; the forms are those of real help pages, panels and mails. */

export const CONTROL_PANEL = `Mail Client Manual Settings
Secure SSL/TLS Settings (Recommended)
Username:	anna@firma.test
Password:	Use the email account’s password.
Incoming Server:	mail.firma.test
  IMAP Port: 993   POP3 Port: 995
Outgoing Server:	mail.firma.test
  SMTP Port: 465
IMAP, POP3, and SMTP require authentication.
Non-SSL Settings (NOT Recommended)
Incoming Server: mail.firma.test
  IMAP Port: 143 POP3 Port: 110
Outgoing Server: mail.firma.test
  SMTP Port: 587`

export const HELP_PAGE = `Incoming Mail (IMAP) Server
imap.gmail.test
Requires SSL: Yes
Port: 993
Outgoing Mail (SMTP) Server
smtp.gmail.test
Requires SSL: Yes
Requires TLS: Yes (if available)
Requires Authentication: Yes
Port for SSL: 465
Port for TLS/STARTTLS: 587
Full Name or Display Name	Your name
Account Name, User name, or Email address	Your full email address`

export const OFFICE_PAGE = `POP, IMAP, and SMTP settings for Outlook.com
IMAP settings
Server name: outlook.office365.test
Port: 993
Encryption method: SSL/TLS
SMTP settings
Server name: smtp.office365.test
Port: 587
Encryption method: STARTTLS`

export const GERMAN_TABLE = `Servertyp	Server	Port	Verschlüsselung
IMAP (Posteingang)	imap.anbieter.test	993	SSL/TLS
POP3 (Posteingang)	pop.anbieter.test	995	SSL/TLS
SMTP (Postausgang)	smtp.anbieter.test	587	STARTTLS
Benutzername: Ihre vollständige E-Mail-Adresse`

export const TURNED_TABLE = `	IMAP	POP3	SMTP
Server	mx.anbieter.test	pop3.anbieter.test	ausgang.anbieter.test
Port	993	995	465
Verschlüsselung	SSL	SSL	SSL`

export const GERMAN_MAIL = `Sehr geehrte Frau Muster,

Ihr Postfach ist eingerichtet. Bitte tragen Sie in Ihr Mailprogramm ein:

> Posteingangsserver: posteingang.verein.test (Port 143, STARTTLS)
> Postausgangsserver: postausgang.verein.test (Port 587, STARTTLS)
> Benutzername: web123p4
> Kennwort: wie am Telefon besprochen

Hilfe finden Sie unter https://hilfe.verein.test/mail oder www.verein.test.
Mit freundlichen Grüßen
support@verein.test`

export const WITH_PORTS = `Hi Anna, use imap.firma.test:993 for receiving and smtp.firma.test:2525 (Port 2525, TLS) for sending. Your login is anna.b@firma.test, cheers`

export const TWO_NAMES = `IMAP server: imap.firma.test
Port: 993
Username: anna@firma.test
SMTP server: smtp.relay.test
Port: 587
Username: apikey`

export const LABELS_ABOVE = `Posteingang
Server
mail.haus.test
Port
993
Benutzername
anna@haus.test
Postausgang
Server
mail.haus.test
Port
465`

export const ONE_FOR_BOTH = `Server für eingehende und ausgehende E-Mails: mail.klein.test`

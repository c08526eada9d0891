import type { HeardCase } from './heard-case.ts'

/** What programs and libraries say of a failure. */
export const THIRD_PROGRAMS: readonly HeardCase[] = [
  [
    'The connection to the server imap.example.org timed out. Unable to connect to your IMAP server. You may have exceeded the maximum number of connections to this server.',
    ['SERVER_BUSY', 'NET_TIMEOUT'],
  ],
  [
    'Sending of the message failed.\nThe message could not be sent because connecting to Outgoing server (SMTP) smtp.example.org failed. The server may be unavailable or is refusing SMTP connections. Please verify that your Outgoing server (SMTP) settings are correct and try again.',
    ['REPLY_UNKNOWN', 'NET_REFUSED', 'NET_TIMEOUT', 'NET_UNREACHABLE'],
  ],
  [
    'Sending of the message failed.\nThe certificate is not trusted because it is self-signed.',
    ['TLS_UNTRUSTED'],
  ],
  [
    "An error occurred while sending mail: Unable to authenticate to Outgoing server (SMTP) smtp.example.org. Please check the password and verify the 'Authentication method' in Account Settings | Outgoing server (SMTP).",
    ['AUTH_REJECTED'],
  ],
  ['Login to server imap.example.org with username anna@example.org failed.', ['AUTH_REJECTED']],
  [
    "The IMAP Server imap.example.org does not support the selected authentication method. Please change the 'Authentication method' in the 'Account Settings | Server settings'.",
    ['AUTH_MECHANISM', 'AUTH_NONE_USABLE'],
  ],
  [
    'Senden der Nachricht fehlgeschlagen.\nFehler beim Senden der Nachricht: Der Postausgangs-Server (SMTP) smtp.example.org unterstützt die gewählte Authentifizierungsmethode nicht.',
    ['AUTH_MECHANISM', 'AUTH_NONE_USABLE'],
  ],
  [
    'Die Verbindung mit dem Server imap.example.org ist fehlgeschlagen, weil die maximale Wartezeit abgelaufen ist.',
    ['NET_TIMEOUT'],
  ],
  [
    "0x800CCC0E: Cannot connect to the server. Account: 'mail.example.org', Server: 'mail.example.org', Protocol: POP3, Port: 995, Secure(SSL): Yes, Socket Error: 10061",
    ['NET_REFUSED'],
  ],
  [
    "Task 'anna@example.org - Receiving' reported error (0x800CCC19) : 'The operation timed out waiting for a response from the receiving (POP) server.'",
    ['NET_TIMEOUT'],
  ],
  [
    'Fehler (0x800CCC92) beim Ausführen der Aufgabe "anna@example.org - Nachrichten werden empfangen": "Die Anmeldung beim POP3-Server ist fehlgeschlagen."',
    ['AUTH_REJECTED'],
  ],
  [
    "Task 'smtp.example.org - Sending' reported error (0x800CCC6F) : 'Outlook is unable to connect to your outgoing (SMTP) e-mail server. Server responded: 421 Cannot connect to SMTP server 192.0.2.4 (192.0.2.4:25), connect timeout'",
    ['NET_TIMEOUT', 'NET_PORT_BLOCKED', 'SERVER_BUSY', 'NET_UNREACHABLE'],
  ],
  [
    'The server you are connected to is using a security certificate that cannot be verified.\nThe target principal name is incorrect.\nDo you want to continue using this server?',
    ['TLS_NAME'],
  ],
  [
    'None of the authentication methods supported by this client are supported by your server.',
    ['AUTH_NONE_USABLE', 'AUTH_MECHANISM', 'REPLY_UNKNOWN', 'AUTH_REJECTED'],
  ],
  ['Cannot Get Mail\nThe connection to the server failed.', ['NET_UNREACHABLE', 'REPLY_UNKNOWN']],
  [
    'Cannot Verify Server Identity\nThe identity of "imap.example.org" cannot be verified by Mail.',
    ['TLS_UNTRUSTED', 'TLS_NAME'],
  ],
  [
    'E-Mail kann nicht empfangen werden\nDer Benutzername oder das Passwort für "imap.example.org" ist falsch.',
    ['AUTH_REJECTED'],
  ],
  [
    'The recipient "berta@example.net" was rejected by the server because it does not allow relaying',
    ['SEND_RELAY_DENIED', 'AUTH_REQUIRED'],
  ],
  [
    'Cannot send message using the server smtp.example.org. The sender address anna@example.org was rejected by the server.',
    ['SEND_AS_DENIED', 'SEND_SENDER_UNKNOWN', 'SEND_BLOCKED'],
  ],
  [
    "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Error: authentication failed: (reason unavailable)')",
    ['AUTH_REJECTED'],
  ],
  ['smtplib.SMTPNotSupportedError: STARTTLS extension not supported by server.', ['STARTTLS_MISSING']],
  [
    'ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)',
    ['TLS_UNTRUSTED'],
  ],
  ['ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)', ['TLS_NOT_TLS']],
  ['socket.gaierror: [Errno -2] Name or service not known', ['NET_DNS_NONE', 'NET_DNS_FAIL']],
  ['ConnectionRefusedError: [Errno 111] Connection refused', ['NET_REFUSED']],
  ["imaplib.IMAP4.error: b'[AUTHENTICATIONFAILED] Authentication failed.'", ['AUTH_REJECTED']],
  [
    'SMTP ERROR: Failed to connect to server: Connection timed out (110)\nSMTP connect() failed. https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
    ['NET_TIMEOUT'],
  ],
  ['SMTP Error: Could not authenticate.', ['AUTH_REJECTED', 'REPLY_UNKNOWN']],
  [
    'Expected response code 250 but got code "530", with message "530 5.7.1 Authentication required\r\n"',
    ['AUTH_REQUIRED'],
  ],
  [
    'Failed to authenticate on SMTP server with username "anna@example.org" using the following authenticators: "LOGIN", "PLAIN". Authenticator "LOGIN" returned "Expected response code "235" but got code "535", with message "535 5.7.8 Error: authentication failed".".',
    ['AUTH_REJECTED'],
  ],
  [
    'stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: error:0A000086:SSL routines::certificate verify failed',
    ['TLS_UNTRUSTED'],
  ],
  [
    "Error: Invalid login: 535-5.7.8 Username and Password not accepted. Learn more at https://support.google.com/mail/?p=BadCredentials {code: 'EAUTH', response: ...}",
    ['AUTH_REJECTED', 'AUTH_APP_PASSWORD'],
  ],
  [
    "Error: connect ETIMEDOUT 192.0.2.4:465\n    at TCPConnectWrap.afterConnect [as oncomplete] (net.js:1141:16) { code: 'ESOCKET', command: 'CONN' }",
    ['NET_TIMEOUT'],
  ],
  ['Error: getaddrinfo ENOTFOUND smtp.exmaple.org', ['NET_DNS_NONE']],
  [
    "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: mail.example.org. is not in the cert's altnames: DNS:*.hoster.example",
    ['TLS_NAME'],
  ],
  ['Error: self signed certificate in certificate chain', ['TLS_UNTRUSTED', 'TLS_INTERCEPTED']],
  ['Error: 140735:error:1408F10B:SSL routines:ssl3_get_record:wrong version number', ['TLS_NOT_TLS']],
  [
    'javax.mail.AuthenticationFailedException: 535 5.7.3 Authentication unsuccessful',
    ['AUTH_REJECTED', 'AUTH_SMTP_DISABLED_MAILBOX', 'AUTH_SMTP_DISABLED_TENANT'],
  ],
  [
    'javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
    ['TLS_UNTRUSTED'],
  ],
  [
    "com.sun.mail.util.MailConnectException: Couldn't connect to host, port: smtp.example.org, 25; timeout -1;\n  nested exception is:\n\tjava.net.ConnectException: Connection refused",
    ['NET_REFUSED'],
  ],
  ['javax.net.ssl.SSLException: Unsupported or unrecognized SSL message', ['TLS_NOT_TLS']],
  ['x509: certificate signed by unknown authority', ['TLS_UNTRUSTED']],
  ['dial tcp: lookup smtp.example.org: no such host', ['NET_DNS_NONE']],
  ['dial tcp 192.0.2.4:587: i/o timeout', ['NET_TIMEOUT']],
  ['tls: first record does not look like a TLS handshake', ['TLS_NOT_TLS']],
  [
    'System.Net.Mail.SmtpException: The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.57 Client not authenticated to send mail.',
    ['AUTH_REQUIRED', 'AUTH_ENCRYPTION_REQUIRED'],
  ],
  [
    'MailKit.Security.AuthenticationException: 535: 5.7.139 Authentication unsuccessful, the user credentials were incorrect.',
    ['AUTH_REJECTED'],
  ],
  [
    "MailKit.Security.SslHandshakeException: An error occurred while attempting to establish an SSL or TLS connection.\nThe server's SSL certificate could not be validated for the following reasons:\n• The server certificate has expired.",
    ['TLS_EXPIRED'],
  ],
  [
    'System.Security.Authentication.AuthenticationException: The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch',
    ['TLS_NAME'],
  ],
  ['curl: (67) Login denied', ['AUTH_REJECTED']],
  [
    "curl: (60) SSL: no alternative certificate subject name matches target host name 'mail.example.org'",
    ['TLS_NAME'],
  ],
  ['curl: (35) error:0A00010B:SSL routines::wrong version number', ['TLS_NOT_TLS']],
  [
    "curl: (7) Failed to connect to smtp.example.org port 587 after 21 ms: Couldn't connect to server",
    ['NET_REFUSED', 'NET_UNREACHABLE', 'REPLY_UNKNOWN'],
  ],
  [
    'msmtp: authentication failed (method PLAIN)\nmsmtp: server message: 535 5.7.8 Error: authentication failed:\nmsmtp: could not send mail (account default from /home/anna/.msmtprc)',
    ['AUTH_REJECTED'],
  ],
  ['msmtp: cannot connect to smtp.example.org, port 587: Connection timed out', ['NET_TIMEOUT']],
  [
    "msmtp: TLS certificate verification failed: the certificate hasn't got a known issuer",
    ['TLS_UNTRUSTED'],
  ],
  ['Socket error on imap.example.org (192.0.2.4:993): Connection refused', ['NET_REFUSED']],
  [
    "mbsync: Error: channel default: IMAP command 'AUTHENTICATE PLAIN' returned an error: [AUTHENTICATIONFAILED] Authentication failed.",
    ['AUTH_REJECTED'],
  ],
  ['fetchmail: Server CommonName mismatch: *.hoster.example != mail.example.org', ['TLS_NAME']],
  ['getmail: Operation error (error server: -ERR [AUTH] Authentication failed.)', ['AUTH_REJECTED']],
  [
    'ERROR: Unknown SSL protocol error: EOF occurred in violation of protocol (_ssl.c:1007)',
    ['NET_RESET', 'TLS_HANDSHAKE'],
  ],
  [
    'postfix/smtp[1234]: ABC: to=<berta@example.net>, relay=none, delay=30, status=deferred (connect to mx.example.net[192.0.2.4]:25: No route to host)',
    ['NET_UNREACHABLE', 'SEND_DELAYED', 'SEND_UNREACHABLE'],
  ],
  [
    'postfix/smtp[1234]: ABC: to=<berta@example.net>, relay=smtp.example.org[192.0.2.4]:587, status=deferred (SASL authentication failed; server smtp.example.org[192.0.2.4] said: 535 5.7.8 Error: authentication failed: bad password)',
    ['AUTH_REJECTED'],
  ],
  [
    'warning: SASL authentication failure: No worthy mechs found',
    ['AUTH_NONE_USABLE', 'AUTH_MECHANISM', 'STARTTLS_MISSING'],
  ],
  [
    'SSL_connect error to smtp.example.org[192.0.2.4]:465: lost connection',
    ['NET_RESET', 'TLS_HANDSHAKE', 'REPLY_UNKNOWN'],
  ],
  [
    'TLS is required, but was not offered by host smtp.example.org[192.0.2.4]',
    ['STARTTLS_MISSING', 'REPLY_UNKNOWN'],
  ],
  [
    'Unable to open connection to host. SSL peer certificate was rejected: certificate expired',
    ['TLS_EXPIRED'],
  ],
  ['net::ERR_CERT_DATE_INVALID', ['TLS_EXPIRED', 'TLS_CLOCK']],
  ['SSL_ERROR_UNSUPPORTED_VERSION\nPeer using unsupported version of security protocol.', ['TLS_OLD']],
  [
    'java.security.cert.CertificateNotYetValidException: NotBefore: Mon Jan 01 00:00:00 2027',
    ['TLS_CLOCK', 'TLS_EXPIRED'],
  ],
  [
    'Scan to email failed: Server authentication failed. Check SMTP user name and password.',
    ['AUTH_REJECTED'],
  ],
  [
    "Impossible d'envoyer le message. Le serveur SMTP a refusé la connexion.",
    ['REPLY_UNKNOWN', 'NET_REFUSED'],
  ],
  [
    "Le certificat de sécurité du serveur n'est pas valide : le nom ne correspond pas au nom de l'hôte",
    ['TLS_NAME'],
  ],
  ["Échec de l'authentification : nom d'utilisateur ou mot de passe incorrect.", ['AUTH_REJECTED']],
  ['无法连接到服务器:连接超时', ['NET_TIMEOUT']],
  ['用户名或密码错误', ['AUTH_REJECTED']],
]

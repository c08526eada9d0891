import type { HeardCase } from './heard-case.ts'

const REACH = ['NET_UNREACHABLE', 'NET_TIMEOUT', 'NET_REFUSED'] as const

/** What programs say of their own connection or sign-in, written down before Mailwright was asked. */
export const HEARD_PROGRAMS: readonly HeardCase[] = [
  // msmtp, mbsync, swaks, curl, fetchmail, getmail
  ['msmtp: cannot connect to smtp.example.org, port 465: Connection timed out', ['NET_TIMEOUT']],
  ['msmtp: cannot locate host smtp.exmaple.org: Name or service not known', ['NET_DNS_NONE']],
  [
    'msmtp: TLS handshake failed: The TLS connection was non-properly terminated.',
    ['TLS_HANDSHAKE', 'NET_RESET'],
  ],
  ['msmtp: TLS certificate verification failed: the certificate has expired', ['TLS_EXPIRED']],
  [
    "msmtp: TLS certificate verification failed: the certificate hasn't got a known issuer",
    ['TLS_UNTRUSTED'],
  ],
  ['msmtp: the server does not support TLS via the STARTTLS command', ['STARTTLS_MISSING']],
  [
    'msmtp: authentication failed (method PLAIN)\nmsmtp: server message: 535 5.7.8 Error: authentication failed',
    ['AUTH_REJECTED'],
  ],
  [
    'msmtp: cannot use a secure authentication method',
    ['AUTH_MECHANISM', 'AUTH_NONE_USABLE', 'AUTH_ENCRYPTION_REQUIRED'],
  ],
  ['Socket error: connect to imap.example.org (192.0.2.7:993): timed out.', ['NET_TIMEOUT']],
  ['Socket error: secure connect to imap.example.org (192.0.2.7:993): Connection refused', ['NET_REFUSED']],
  ['Error, certificate owner does not match hostname imap.example.org', ['TLS_NAME']],
  [
    "IMAP command 'AUTHENTICATE PLAIN <authdata>' returned an error: NO [AUTHENTICATIONFAILED] Authentication failed.",
    ['AUTH_REJECTED'],
  ],
  [
    '*** Error connecting to smtp.example.org:587:\n*** \tIO::Socket::INET6: connect: Connection refused',
    ['NET_REFUSED'],
  ],
  [
    '*** TLS startup failed (connect(): error:0A000086:SSL routines::certificate verify failed)',
    ['TLS_UNTRUSTED'],
  ],
  [
    '<** 535 5.7.8 Error: authentication failed: (reason unavailable)\n*** No authentication type succeeded',
    ['AUTH_REJECTED'],
  ],
  ['curl: (67) Login denied', ['AUTH_REJECTED']],
  ['curl: (60) SSL certificate problem: unable to get local issuer certificate', ['TLS_UNTRUSTED']],
  [
    'curl: (35) OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to imap.example.org:993',
    ['TLS_HANDSHAKE', 'NET_RESET'],
  ],
  [
    'curl: (28) Failed to connect to imap.example.org port 993 after 130000 ms: Connection timed out',
    ['NET_TIMEOUT'],
  ],
  ['curl: (56) response reading failed (errno: 104)', ['NET_RESET']],
  ['curl: (64) STARTTLS not available.', ['STARTTLS_MISSING']],
  ['fetchmail: Server certificate verification error: self-signed certificate', ['TLS_UNTRUSTED']],
  ['fetchmail: Server CommonName mismatch: host.provider.example != mail.example.org', ['TLS_NAME']],
  ['fetchmail: socket error while fetching from anna@pop.example.org', ['NET_RESET', 'REPLY_UNKNOWN']],
  // PHP and what is built on it
  ['fsockopen(): unable to connect to ssl://smtp.example.org:465 (Connection refused)', ['NET_REFUSED']],
  ['SMTP Error: Could not authenticate.', ['AUTH_REJECTED']],
  ['SMTP Error: Could not connect to SMTP host.', REACH],
  [
    'stream_socket_enable_crypto(): SSL operation failed with code 1. OpenSSL Error messages: error:0A000086:SSL routines::certificate verify failed',
    ['TLS_UNTRUSTED'],
  ],
  [
    'stream_socket_client(): php_network_getaddresses: getaddrinfo failed: Name or service not known',
    ['NET_DNS_NONE'],
  ],
  [
    'Connection could not be established with host "smtp.example.org:587": stream_socket_client(): Unable to connect to tcp://smtp.example.org:587 (Connection timed out)',
    ['NET_TIMEOUT'],
  ],
  [
    'Failed to authenticate on SMTP server with username "anna@example.org" using the following authenticators: "LOGIN", "PLAIN". Authenticator "LOGIN" returned "Expected response code "235" but got code "535", with message "535 5.7.8 Error: authentication failed"".',
    ['AUTH_REJECTED'],
  ],
  [
    "Unable to connect with STARTTLS: stream_socket_enable_crypto(): Peer certificate CN=`box5.host.example' did not match expected CN=`smtp.example.org'",
    ['TLS_NAME'],
  ],
  [
    "imap_open(): Couldn't open stream {imap.example.org:993/imap/ssl}INBOX: Can't connect to imap.example.org,993: Refused",
    ['NET_REFUSED', 'NET_UNREACHABLE'],
  ],
  // Python
  ['ConnectionRefusedError: [Errno 111] Connection refused', ['NET_REFUSED']],
  ['TimeoutError: [Errno 110] Connection timed out', ['NET_TIMEOUT']],
  ['TimeoutError: timed out', ['NET_TIMEOUT']],
  ['socket.gaierror: [Errno -2] Name or service not known', ['NET_DNS_NONE']],
  ['socket.gaierror: [Errno -3] Temporary failure in name resolution', ['NET_DNS_FAIL']],
  [
    "ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'mail.example.org'. (_ssl.c:1129)",
    ['TLS_NAME'],
  ],
  ['ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)', ['TLS_NOT_TLS']],
  ['ssl.SSLEOFError: EOF occurred in violation of protocol (_ssl.c:1129)', ['NET_RESET', 'TLS_HANDSHAKE']],
  ['smtplib.SMTPServerDisconnected: Connection unexpectedly closed: timed out', ['NET_RESET', 'NET_TIMEOUT']],
  ['imaplib.IMAP4.abort: socket error: EOF', ['NET_RESET']],
  // Java and Android
  [
    'javax.mail.MessagingException: Could not convert socket to TLS; nested exception is: javax.net.ssl.SSLHandshakeException: PKIX path building failed',
    ['TLS_UNTRUSTED'],
  ],
  [
    "com.sun.mail.util.MailConnectException: Couldn't connect to host, port: smtp.example.org, 25; timeout -1; nested exception is: java.net.ConnectException: Connection refused (Connection refused)",
    ['NET_REFUSED'],
  ],
  [
    'java.net.UnknownHostException: Unable to resolve host "imap.exmaple.org": No address associated with hostname',
    ['NET_DNS_NONE'],
  ],
  ['javax.net.ssl.SSLException: Unable to parse TLS packet header', ['TLS_NOT_TLS']],
  [
    'java.security.cert.CertPathValidatorException: Trust anchor for certification path not found.',
    ['TLS_UNTRUSTED'],
  ],
  ['javax.net.ssl.SSLPeerUnverifiedException: Hostname mail.example.org not verified', ['TLS_NAME']],
  [
    'failed to connect to imap.example.org/192.0.2.9 (port 993) from /10.0.0.4 (port 41234) after 20000ms',
    ['NET_TIMEOUT'],
  ],
  ['java.net.SocketTimeoutException: failed to connect to smtp.example.org (port 587)', ['NET_TIMEOUT']],
  ['javax.mail.AuthenticationFailedException: 535 5.7.8 Error: authentication failed', ['AUTH_REJECTED']],
  ['javax.net.ssl.SSLHandshakeException: Received fatal alert: protocol_version', ['TLS_OLD']],
  [
    'javax.mail.AuthenticationFailedException: No authentication mechanisms supported by both server and client',
    ['AUTH_MECHANISM', 'AUTH_NONE_USABLE'],
  ],
  // Go, Rust, .NET, Node
  ['dial tcp 192.0.2.5:587: connect: connection refused', ['NET_REFUSED']],
  ['dial tcp: lookup smtp.exmaple.org: no such host', ['NET_DNS_NONE']],
  ['x509: certificate signed by unknown authority', ['TLS_UNTRUSTED']],
  [
    'x509: certificate has expired or is not yet valid: current time 2026-11-01T00:00:00Z is after 2026-10-01T00:00:00Z',
    ['TLS_EXPIRED'],
  ],
  ['tls: first record does not look like a TLS handshake', ['TLS_NOT_TLS']],
  [
    'lettre: Connection error: failed to lookup address information: Name or service not known',
    ['NET_DNS_NONE'],
  ],
  ['received corrupt message of type InvalidContentType', ['TLS_NOT_TLS']],
  ['invalid peer certificate: UnknownIssuer', ['TLS_UNTRUSTED']],
  ['invalid peer certificate: NotValidForName', ['TLS_NAME']],
  [
    "System.Net.Mail.SmtpException: Failure sending mail. ---> System.Net.WebException: The remote name could not be resolved: 'smtp.exmaple.org'",
    ['NET_DNS_NONE'],
  ],
  [
    'System.Security.Authentication.AuthenticationException: The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch',
    ['TLS_NAME'],
  ],
  ['Cannot determine the frame size or a corrupted frame was received.', ['TLS_NOT_TLS']],
  ['MailKit.Security.AuthenticationException: 535: 5.7.3 Authentication unsuccessful', ['AUTH_REJECTED']],
  ['Error: connect ETIMEDOUT 192.0.2.5:465', ['NET_TIMEOUT']],
  ['Error: self-signed certificate in certificate chain', ['TLS_UNTRUSTED']],
  ['Error: Greeting never received', ['NET_TIMEOUT', 'TLS_NOT_TLS']],
  // K-9, FairEmail, Nextcloud, Gmail, Outlook, Apple Mail, Thunderbird
  [
    'Username or password incorrect. (ERR01 NO [AUTHENTICATIONFAILED] Invalid credentials)',
    ['AUTH_REJECTED'],
  ],
  [
    'Cannot connect to server. (Negative SMTP reply: 454 4.7.0 TLS not available)',
    ['SERVER_BUSY', 'STARTTLS_REFUSED', 'NET_UNREACHABLE'],
  ],
  ['Could not connect to IMAP host imap.example.org: Connection timed out', ['NET_TIMEOUT']],
  [
    'Server returned error: "Connection timed out: there may be a problem with the settings you added. Please contact your other email provider to verify the correct settings. [Server: \'smtp.example.org\' Code: 0]"',
    ['NET_TIMEOUT'],
  ],
  [
    'Couldn\'t reach server. Please double-check the server and port number. Server returned error: "Connection refused"',
    ['NET_REFUSED'],
  ],
  [
    'Authentication failed. Please check your username/password. [Server response: 535 Incorrect authentication data code(535)]',
    ['AUTH_REJECTED'],
  ],
  [
    'TLS Negotiation failed: FAILED_PRECONDITION: starttls error (0): protocol error',
    ['TLS_HANDSHAKE', 'TLS_OLD', 'TLS_NOT_TLS'],
  ],
  ['Your server does not support the connection encryption type you have specified.', ['TLS_NOT_TLS']],
  [
    'Log onto incoming mail server (IMAP): Cannot find the email server. Verify the server information in your account properties.',
    ['NET_DNS_NONE'],
  ],
  ['Send test e-mail message: The outgoing (SMTP) e-mail server requires authentication.', ['AUTH_REQUIRED']],
  [
    'Die Verbindung mit dem Server ist fehlgeschlagen. Konto: example, Server: mail.example.org, Protokoll: POP3, Port: 995, Fehlernummer: 0x800CCC0E',
    ['NET_UNREACHABLE'],
  ],
  ['Der Zielprinzipalname ist falsch.', ['TLS_NAME']],
  ['Die Identität von „imap.example.org“ kann nicht überprüft werden.', ['TLS_UNTRUSTED', 'TLS_NAME']],
  ['The server “imap.example.org” cannot be contacted on port 993.', REACH],
  [
    'Could not connect to this server using SSL. Would you like to try setting up the account without SSL?',
    ['TLS_HANDSHAKE', 'TLS_NOT_TLS', 'REPLY_UNKNOWN'],
  ],
  ['Der Benutzername oder das Passwort für „smtp.example.org“ ist falsch.', ['AUTH_REJECTED']],
  [
    'Die Verbindung zum Server „pop.example.org“ auf Port 995 hat das Zeitlimit überschritten.',
    ['NET_TIMEOUT'],
  ],
  [
    'Konfiguration konnte nicht überprüft werden – ist der Benutzername oder das Passwort falsch?',
    ['AUTH_REJECTED'],
  ],
  ['Configuration could not be verified. Is the username or password wrong?', ['AUTH_REJECTED']],
  ['Unable to log in at server. Probably wrong configuration, username or password.', ['AUTH_REJECTED']],
  ['Fehler beim Senden der Nachricht: Der Server hat die Verbindung geschlossen.', ['NET_RESET']],
  ['Server-Zertifikat ist abgelaufen', ['TLS_EXPIRED']],
  // Sentences without a cause, and texts that are none of this
  ['Unable to send mail', ['REPLY_UNKNOWN']],
  ['The message could not be sent.', ['REPLY_UNKNOWN']],
  ['Nachricht konnte nicht gesendet werden', ['REPLY_UNKNOWN']],
  ['Synchronization failed', ['REPLY_UNKNOWN']],
  [
    'Please call me back about the connection for the new office, the port is on the wall.',
    ['REPLY_UNKNOWN'],
  ],
  ['Invoice 1102: your server order has shipped.', ['REPLY_UNKNOWN']],
  ['We refused the offer of the handshake.', ['REPLY_UNKNOWN']],
  // Panels
  ['TASKalfa 2553ci: Job result: Error 1102', ['AUTH_REJECTED']],
  ['Kyocera Scan to E-Mail Fehler 2103', ['NET_TIMEOUT']],
  ['Connection with the destination has failed. Check the status and settings.', REACH],
  ['Send Error CE-04', ['AUTH_REJECTED']],
  ['Server Connection Error (SMTP)', REACH],
]

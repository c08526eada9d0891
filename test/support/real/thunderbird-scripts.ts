/** What a test does inside of Thunderbird, in its own words; `args` are what is handed over. */

const SERVICES = `const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const account = MailServices.accounts.accounts.find(({ incomingServer }) => ["imap", "pop3"].includes(incomingServer.type));
`

/** Trusts an authority, as an administrator arranges it. */
export const TRUST = `
Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).addCertFromBase64(args[0], "C,,");`

/**
 * Goes online, and from then on types the password into every dialogue that asks for one. It is closed within the same
 * turn: the remote control would dismiss a dialogue that is open when it is told the next thing.
 */
export const TYPE_WHEN_ASKED = `
const [password] = args;
window.asked = [];
const typing = (dialogue) => {
  const { args, ui } = dialogue.Dialog;
  window.asked.push(args.promptType + ": " + args.text);
  if (args.promptType !== "promptPassword") return;
  ui.password1Textbox.value = password;
  dialogue.document.getElementById("commonDialog").acceptDialog();
};
Services.obs.addObserver(typing, "common-dialog-loaded");
Services.io.offline = false;`

/** What it has asked the user since, each with the kind of its dialogue. */
export const ASKED = `return window.asked;`

/** What it makes of the account that is in its profile. */
export const DESCRIBE = `${SERVICES}
const { incomingServer, defaultIdentity } = account;
const outgoing = MailServices.outgoingServer.getServerByIdentity(defaultIdentity);
return {
  count: MailServices.accounts.accounts.length,
  isDefault: MailServices.accounts.defaultAccount.key === account.key,
  email: defaultIdentity.email,
  incoming: [incomingServer.type, incomingServer.hostname, incomingServer.port, incomingServer.socketType, incomingServer.authMethod, incomingServer.username],
  outgoing: [outgoing.type, outgoing.serverURI.host, outgoing.serverURI.port, outgoing.socketType, outgoing.authMethod, outgoing.username],
};`

/** Sends a message from the account to itself. */
export const SEND = `${SERVICES}
const [subject] = args;
const identity = account.defaultIdentity;
const lines = ["From: " + identity.email, "To: " + identity.email, "Subject: " + subject, "", "sent by the real program", ""];
const path = PathUtils.join(PathUtils.tempDir, "mailwright-" + Services.uuid.generateUUID().toString().slice(1, -1) + ".eml");
await IOUtils.writeUTF8(path, lines.join(String.fromCharCode(13, 10)));
const file = Cc["@mozilla.org/file/local;1"].createInstance(Ci.nsIFile);
file.initWithPath(path);
const to = MailServices.headerParser.parseEncodedHeader(identity.email);
const server = MailServices.outgoingServer.getServerByIdentity(identity);
const status = await new Promise((resolve) => {
  const listener = {
    QueryInterface: ChromeUtils.generateQI(["nsIMsgOutgoingListener"]),
    onSendStart() {},
    onSendStop: (uri, status) => resolve(status),
  };
  server.sendMailMessage(file, to, [], identity, identity.email, "", null, false, "", listener);
});
await IOUtils.remove(path);
return status;`

/**
 * The subjects in the inbox, once there is as many as wanted: it looks for new mail again and again until then, for its
 * window, as the button does, because it asks no password for anything else.
 */
export const FETCH = `${SERVICES}
const [wanted] = args;
for (const until = Date.now() + 15_000; Date.now() < until; ) {
  const inbox = account.incomingServer.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
  const looked = inbox && new Promise((resolve) => {
    const listener = { QueryInterface: ChromeUtils.generateQI(["nsIUrlListener"]), OnStartRunningUrl() {}, OnStopRunningUrl: resolve };
    inbox.getNewMessages(window.msgWindow, listener);
  });
  // A look that had to wait for another one is never told to have ended.
  const longEnough = new Promise((resolve) => window.setTimeout(resolve, 3_000));
  await (looked ? Promise.race([looked, longEnough]) : new Promise((resolve) => ChromeUtils.idleDispatch(resolve)));
  const subjects = inbox ? [...inbox.messages].map((message) => message.mime2DecodedSubject) : [];
  if (subjects.length >= wanted) return subjects.sort();
}
return [];`

/** The keys it would give the next account, and what it calls them. */
export const NEXT_KEYS = `${SERVICES}
return [
  MailServices.accounts.createAccount().key,
  MailServices.accounts.createIncomingServer("ben", "imap.example.test", "imap").key,
  MailServices.accounts.createIdentity().key,
  MailServices.outgoingServer.createServer("smtp").key,
];`

/** What it reads out of an autoconfig file. */
export const READ_AUTOCONFIG = `
const { JXON } = ChromeUtils.importESModule("resource:///modules/JXON.sys.mjs");
const { readFromXML } = ChromeUtils.importESModule("resource:///modules/accountcreation/readFromXML.sys.mjs");
const { incoming, outgoing } = readFromXML(JXON.build(new DOMParser().parseFromString(args[0], "text/xml")), "");
return [incoming, outgoing].map(({ type, hostname, port, socketType, auth, username }) => [type, hostname, port, socketType, auth, username]);`

/** What it writes into a QR code for its sister on Android. */
export const EXPORT_TO_PHONE = `${SERVICES}
const { QRExport } = ChromeUtils.importESModule("moz-src:///comm/mail/modules/QRExport.sys.mjs");
return QRExport.getQRData(await QRExport.getAccountData(account.key, false), 1, 1);`

/** At which of the hosts it signs in without a password. */
export const SIGNS_IN_AT = `
const { OAuth2Providers } = ChromeUtils.importESModule("resource:///modules/OAuth2Providers.sys.mjs");
return args[0].filter((host) => ["imap", "smtp", "pop3"].some((type) => OAuth2Providers.getHostnameDetails(host, type)));`

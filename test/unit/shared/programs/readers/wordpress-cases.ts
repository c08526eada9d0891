import type { ReaderCase } from './told.ts'

/** How sites send, as their plug-ins keep it. */
export const WORDPRESS_CASES: readonly ReaderCase[] = [
  [
    'constants in PHP, one of which a comment has put out of use',
    'wordpress',
    `<?php
// define( 'WPMS_SMTP_HOST', 'old.example.org' );
define( 'WPMS_ON', true );
define( 'WPMS_MAIL_FROM', 'web@example.org' );
define( "WPMS_SMTP_HOST", "smtp.example.org" );
define('WPMS_SMTP_PORT', 465);
define( 'WPMS_SSL', 'ssl' );
define( 'WPMS_SMTP_AUTH', true );
define( 'WPMS_SMTP_USER', 'web@example.org' );
define( 'WPMS_SMTP_PASS', 'hush' );
`,
    [['web@example.org <web@example.org>', 'smtp web@example.org smtp.example.org:465 tls any']],
  ],
  [
    'the option of Post SMTP',
    'wordpress',
    '{"hostname":"smtp.example.org","port":"587","enc_type":"tls","auth_type":"crammd5","basic_auth_username":"web","sender_email":"web@example.org","transport_type":"smtp"}',
    [['web@example.org <web@example.org>', 'smtp web smtp.example.org:587 starttls challenge']],
  ],
  [
    'two connections of FluentSMTP, one of which is no server',
    'wordpress',
    '{"fluentmail-settings":{"connections":{"a":{"provider_settings":{"provider":"smtp","host":"smtp.example.org","port":"465","encryption":"ssl","auth":"yes","username":"web","sender_email":"web@example.org"}},"b":{"provider_settings":{"provider":"sendgrid","sender_email":"x@example.org"}}}}}',
    [['web@example.org <web@example.org>', 'smtp web smtp.example.org:465 tls any']],
  ],
]

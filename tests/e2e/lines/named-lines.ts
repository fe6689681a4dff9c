/** Lines that Chromium, Firefox or WebKitGTK once held against the rules. `#` stands for the number of the line. */
export const NAMED: readonly string[] = [
  // Deletions by RFC 6265bis that lived, without consent.
  'no_#=1; Path=/; Max-Age=0; Max-Age=x',
  'no_#=1; Path=/; Max-Age=0; Max-Age=',
  'no_#=1; Path=/; Max-Age=0; Expires=Fri, 31 Dec 9999 23:59:59 GMT',
  'no_#=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=+100',
  'no_#=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Expires=x',
  'no_#=1; Path=/; Expires=01 Jan 1970 00:00:00; Expires=15 Nov 2037',
  'no_#=1; Path=/; Expires=01st 01 Jan 1970 00:00:00',
  'no_#=1; Path=/; Expires=Thu, 01 Jan 1970abc 00:00:00 GMT',
  `no_#=1; Path=/; Max-Age=0; Max-Age=${'0'.repeat(1100)}100`,
  'no_#=Z\xc3\xbcrich; Path=/; Max-Age=0',
  'no_#=1; Path=/; x,y; Max-Age=0',
  `no_#=1; Path=/; Max-Age=0; Max-Age=${'0'.repeat(1100)}9\x01`,
  'no_#=1; Path=/\t; Max-Age=0\t',
  // Sessions that lived without HttpOnly or SameSite.
  'sess_#=1; Max-Age=0; Max-Age=x',
  'sess_#=1; x,y=1; HttpOnly; Secure',
  'sess_#=1; note=\xc3\xa9; HttpOnly; Secure',
  'sess_#=1\t; HttpOnly\t; Secure',
  `ok_#=1; SameSite=Strict; SameSite=${'x'.repeat(1100)}`,
  // Lifetimes over the cap, or none.
  'temp_#=1; Max-Age=+100000',
  'temp_#=1; Max-Age=60; Max-Age=x',
  'temp_#=1; Expires=Fri, 01 Jan 20380 00:00:00 GMT',
  'temp_#=1; Expires=Thu, 01 Jan 2037',
  'temp_#=1; Expires=01/02/2037 10:00:00',
  'temp_#=1; Expires=31 Feb 2037 10:00:00',
  // Names that a server reads, and the rules did not.
  '=no_#=1',
  'no_#',
]

/**
 * The page {@code /account}: somebody's own password, second factor, passkeys and sign-ins. A bean for each part; what may be changed is decided
 * behind the doors of {@code access}.
 */
package dev.parley.web.account;

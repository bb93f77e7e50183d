/** WebAuthn as a relying party: who we are to a browser, and what an authenticator's answers prove. Knows no accounts. */
package dev.parley.access.passkey;

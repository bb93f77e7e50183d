/** OpenID Connect as a relying party: finding a provider, leading a browser there, and what its ID tokens prove. Knows no accounts. */
package dev.parley.access.oidc;

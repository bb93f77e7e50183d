/**
 * Voice. So far: who has a desk phone and where it can be reached.
 *
 * <p>Door: {@link dev.parley.call.DeskPhones}. It knows secrets and addresses but no SIP: what a REGISTER means is decided in the
 * {@code sip} module, which hands its decision in as a {@link dev.parley.call.BindingRule}. It writes {@code desk_phone} and {@code
 * phone_binding}, nothing else.
 */
package dev.parley.call;

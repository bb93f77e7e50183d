package dev.parley.call;

/**
 * What is needed to check a phone's digest. Given to the desk itself only, and never logged.
 *
 * @param phone the phone's key, for {@link DeskPhones#register}
 */
public record PhoneSecret(long phone, String ha1Sha256, String ha1Md5) {
    @Override
    public String toString() {
        return "PhoneSecret[" + phone + "]";
    }
}

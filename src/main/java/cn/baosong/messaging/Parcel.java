package cn.baosong.messaging;

import java.util.UUID;

/**
 * A message as it is handed to a carrier.
 *
 * @param id the same at every try, so that who takes it can drop what he has had
 * @param recipient 11 digits for an SMS, an address for an e-mail
 * @param subject null for an SMS
 * @param text one line, at most 1000 characters
 */
public record Parcel(UUID id, String recipient, String subject, String text) {

    /** Leaves out who it is for and what it says. */
    @Override
    public String toString() {
        return "Parcel[" + id + "]";
    }
}

package cn.baosong.account;

import com.vaadin.flow.server.VaadinRequest;
import java.util.regex.Pattern;

/** Network addresses as limits count them. */
final class ClientAddress {

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%.*)?");

    private static final int LONGEST = 64;

    private ClientAddress() {}

    /** @return address of the request this thread answers; null outside one */
    static String ofRequest() {
        return VaadinRequest.getCurrent() != null
                ? shortened(VaadinRequest.getCurrent().getRemoteAddr())
                : null;
    }

    /** @return without control characters, never long: fit for a table and a log */
    static String shortened(String address) {
        var clean = address == null ? "" : address.replaceAll("[^0-9A-Za-z.:%]", "");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    /** @return the address; of IPv6 the first 64 bits, for one customer owns all that follows them */
    static String group(String address) {
        if (address == null || address.isBlank()) {
            return "unknown";
        }
        if (!IPV6.matcher(address).matches()) {
            return address;
        }
        try {
            // Digits and colons only: nothing is looked up.
            var bytes = java.net.InetAddress.getByName(address).getAddress();
            if (bytes.length != 16) {
                return address;
            }
            return java.util.HexFormat.of().formatHex(bytes, 0, 8);
        } catch (java.net.UnknownHostException failure) {
            return address;
        }
    }
}

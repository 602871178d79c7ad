package cn.baosong.check;

import cn.baosong.common.Reason;

/** A decision table that cannot be read, or that contradicts itself. The message says where, for who drew the table. */
public final class TableException extends RuntimeException {

    private final transient Place place;
    private final transient Reason reason;

    /**
     * A place in a file, as exactly as it is known; what is unknown or does not apply is null.
     *
     * @param file name of the file, or of the definitions in it
     * @param decision id
     * @param row as the Modeler numbers it, from 1
     * @param column label or name
     */
    record Place(String file, String decision, Integer row, String column) {

        Place in(String decision) {
            return new Place(file, decision, null, null);
        }

        Place at(Integer row, String column) {
            return new Place(file, decision, row, column);
        }

        @Override
        public String toString() {
            return file
                    + (decision == null ? "" : ", decision " + decision)
                    + (row == null ? "" : ", row " + row)
                    + (column == null ? "" : ", column " + column);
        }
    }

    TableException(Place place, Reason reason) {
        this(place, reason, null);
    }

    TableException(Place place, Reason reason, Throwable cause) {
        super(place + ": " + reason, cause);
        this.place = place;
        this.reason = reason;
    }

    /** @return what is wrong, without the place, to be said in the reader's language */
    public Reason reason() {
        return reason;
    }

    /** @return what is wrong, with the row and the column where they are known */
    public Reason placed() {
        if (place.row() == null) {
            return reason;
        }
        return place.column() == null
                ? Reason.of("check.reason.in-row", place.row(), reason)
                : Reason.of("check.reason.in-cell", place.row(), place.column(), reason);
    }

    /** @return name of the file, or of the definitions in it */
    public String file() {
        return place.file();
    }

    /** @return id of the decision, or null where the file as a whole is wrong */
    public String decision() {
        return place.decision();
    }

    /** @return number of the row, from 1, or null where no row is wrong */
    public Integer row() {
        return place.row();
    }

    /** @return label or name of the column, or null where no cell is wrong */
    public String column() {
        return place.column();
    }
}

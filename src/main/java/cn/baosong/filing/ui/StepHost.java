package cn.baosong.filing.ui;

/** The page around a step. */
interface StepHost {

    /** @param step from 0; goes there by the address */
    void open(int step);

    /** @param path of the field to begin with */
    void open(int step, String path);

    /** Draws the page anew: the report stands elsewhere now. */
    void refresh();

    /** Leaves the page: the report was submitted. */
    void submitted();
}

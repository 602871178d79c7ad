package cn.baosong.account.ui;

import cn.baosong.account.PictureCodes;

/** Lets a public page send codes only to who has read a picture: one picture opens a few sends of that page (LOGIN-14). */
public final class PictureGate {

    private final PictureCodes pictures;
    private int left;

    public PictureGate(PictureCodes pictures) {
        this.pictures = pictures;
    }

    /** @param then what sends a code; runs at once or after the picture was read, or not at all if the person gives up */
    public void demand(Runnable then) {
        if (left > 0) {
            left--;
            then.run();
            return;
        }
        new PictureCodeDialog(pictures, () -> {
                    left = pictures.sends() - 1;
                    then.run();
                })
                .open();
    }
}

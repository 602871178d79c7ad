package cn.baosong.organization;

import cn.baosong.account.FirstAdministratorRegistered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives the nation's desk to the person who opened the one-time link of a new installation. */
@Component
class FirstAdministratorSeat {

    private static final String NAME = "国家";

    private final Desks desks;

    FirstAdministratorSeat(Desks desks) {
        this.desks = desks;
    }

    @EventListener
    void seat(FirstAdministratorRegistered event) {
        desks.seatFirstAdministrator(event.accountId(), NAME);
    }
}

package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change Views")
public final class Views implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createView("active_users", """
                SELECT u.id, u.email, t.name AS team
                  FROM users u
                  LEFT JOIN teams t ON t.id = u.team_id
                 WHERE u.status = 'active'""");
        op.replaceView("everybody", """
                SELECT users.id, users.email, users.status, teams.name AS team, count(orders.id) AS orders \
                FROM users LEFT JOIN teams ON teams.id = users.team_id LEFT JOIN orders ON orders.user_id = \
                users.id WHERE users.status = 'active' GROUP BY users.id, users.email, users.status, teams.name""");
    }

    @Override
    public void downgrade(Operations op) {
        op.dropView("active_users");
    }
}

package org.leadrelay.intake;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Repository of allowed return addresses. */
interface ReturnAddressRepository extends JpaRepository<ReturnAddressEntity, String> {

    @Query("select a.prefix from ReturnAddressEntity a order by a.prefix")
    List<String> prefixes();
}
